package dev.onerow.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The earlier and the later of two instants; one that is missing does not count. */
final class Instants {
    private Instants() {}

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? other : one;
    }
}
