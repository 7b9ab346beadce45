package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Sites;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pauses and resumes sites. Does not stop anything from being recorded. Thread-safe. */
@Singleton
public final class PauseSites {
    private final Sites sites;
    private final Clock clock;

    PauseSites(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /** Pauses a site, known or not; pausing it again keeps the time, and the reason unless another one is given. */
    public Sites.Change pause(Host host, @Nullable String reason, Condition condition) {
        return sites.pause(host, clock.instant(), reason, condition);
    }

    /** Resumes a site; nothing when nobody has ever paused it. */
    public Optional<Sites.Change> resume(Host host, Condition condition) {
        return sites.resume(host, condition);
    }
}
