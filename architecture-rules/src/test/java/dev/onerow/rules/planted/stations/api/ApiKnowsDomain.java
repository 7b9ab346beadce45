package dev.onerow.rules.planted.stations.api;

import dev.onerow.rules.planted.stations.domain.Station;

/** Planted: an api that gives away the domain. */
record ApiKnowsDomain(Station station) {}
