package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.Sites;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds, pauses and resumes sites. Does not stop anything from being recorded. Thread-safe. */
@Singleton
public final class PauseSites {
    private final Sites sites;
    private final Clock clock;

    PauseSites(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * The site that is meant by a host with its port but without a scheme: the ports 80 and 443 go without saying, unless
     * there is a site of the very name, as {@code http://h:443/} is of {@code h:443}.
     */
    public Host meant(Host named) {
        Host plain = named.withoutWellKnownPort();
        boolean isSite =
                plain.equals(named) || sites.isSeen(named) || sites.find(named).isPresent();
        return isSite ? named : plain;
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
