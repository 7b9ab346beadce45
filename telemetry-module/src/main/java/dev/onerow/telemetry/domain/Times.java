package dev.onerow.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When it happened, in microseconds.
 *
 * @param totalDurationMs milliseconds; null when not known
 */
public record Times(
        Instant start, @Nullable Instant end, @Nullable Double totalDurationMs) {
    private static final double MICROS_PER_MILLI = 1_000;

    /** The event time: when it ended, else when it started; never when the report of it came. */
    public Instant occurredAt() {
        return end == null ? start : end;
    }

    // Not ChronoUnit.MICROS.between: on Java 17 that overflows beyond 292 years.
    static double millisBetween(Instant start, Instant end) {
        long seconds = end.getEpochSecond() - start.getEpochSecond();
        return (seconds * 1_000_000 + (end.getNano() - start.getNano()) / 1_000) / MICROS_PER_MILLI;
    }
}
