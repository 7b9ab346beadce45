package dev.onerow.rules.planted.billing;

import dev.onerow.rules.planted.stations.domain.Station;

/** Planted: another context, past its api. */
record KnowsAForeignDomain(Station station) {}
