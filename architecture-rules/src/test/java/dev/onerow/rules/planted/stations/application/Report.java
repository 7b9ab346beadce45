package dev.onerow.rules.planted.stations.application;

/** Honest. */
@interface Report {
    String[] statements();
}
