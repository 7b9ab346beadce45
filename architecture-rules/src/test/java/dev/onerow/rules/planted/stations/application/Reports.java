package dev.onerow.rules.planted.stations.application;

/** Honest. */
@interface Reports {
    Report value();
}
