package dev.onerow.telemetry.domain;

import java.time.Duration;
import java.time.Instant;

/** The time that a statistic looks at, both ends included. */
public record Window(Instant from, Instant until) {

    /** So many times 24 hours before an instant, whatever the calendar says. */
    public static Window before(Instant until, int days) {
        return new Window(until.minus(Duration.ofHours(24L * days)), until);
    }
}
