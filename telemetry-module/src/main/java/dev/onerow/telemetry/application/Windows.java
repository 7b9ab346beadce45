package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.Window;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The windows that statistics look at. Thread-safe. */
@Singleton
public final class Windows {
    private final Clock clock;

    Windows(Clock clock) {
        this.clock = clock;
    }

    /** So many days up to an instant, or up to now. */
    public Window until(@Nullable Instant until, int days) {
        return Window.before(until == null ? clock.instant() : until, days);
    }
}
