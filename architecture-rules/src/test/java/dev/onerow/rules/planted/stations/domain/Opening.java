package dev.onerow.rules.planted.stations.domain;

import java.time.Instant;

/** Honest: the time is handed in. */
record Opening(Instant at) {
    boolean isBefore(Instant now) {
        return at.isBefore(now);
    }
}
