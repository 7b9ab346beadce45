package dev.onerow.rules.planted.stations.application;

import dev.onerow.rules.planted.stations.web.StationPage;

/** Planted: an arrow that points outwards. */
record ApplicationKnowsWeb(StationPage page) {}
