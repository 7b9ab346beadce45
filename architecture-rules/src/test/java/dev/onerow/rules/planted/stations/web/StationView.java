package dev.onerow.rules.planted.stations.web;

import dev.onerow.rules.planted.stations.application.ReadStation;

/** Honest: web knows application. */
record StationView(ReadStation station) {}
