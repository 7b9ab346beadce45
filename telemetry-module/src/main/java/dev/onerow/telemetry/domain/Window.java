package dev.onerow.telemetry.domain;

import java.time.Duration;
import java.time.Instant;

/** The time that a statistic looks at, both ends included. */
public record Window(Instant from, Instant until) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** So many times 24 hours before an instant, whatever the calendar says, and nothing before the year 1. */
    public static Window before(Instant until, int days) {
        Instant from = until.minus(Duration.ofHours(24L * days));
        return new Window(from.isBefore(EARLIEST) ? EARLIEST : from, until);
    }
}
