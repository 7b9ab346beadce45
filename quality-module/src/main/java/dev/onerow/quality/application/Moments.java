package dev.onerow.quality.application;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Times of arrival, in microseconds, each later than the one before: of two measurements that name no time the later
 * one wins, even when both arrive in one microsecond. Thread-safe.
 */
@Singleton
class Moments {
    private final Clock clock;
    private Instant last = Instant.EPOCH;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** The time now, or a little later than the one before. */
    synchronized Instant next() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
