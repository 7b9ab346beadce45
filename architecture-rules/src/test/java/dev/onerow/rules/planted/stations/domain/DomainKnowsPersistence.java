package dev.onerow.rules.planted.stations.domain;

import dev.onerow.rules.planted.stations.persistence.StationRow;

/** Planted: a domain that knows how it is kept. */
record DomainKnowsPersistence(StationRow row) {}
