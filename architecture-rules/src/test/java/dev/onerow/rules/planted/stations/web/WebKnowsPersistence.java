package dev.onerow.rules.planted.stations.web;

import dev.onerow.rules.planted.stations.persistence.StationRow;

/** Planted: a layer that is skipped. */
record WebKnowsPersistence(StationRow row) {}
