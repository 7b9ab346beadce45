package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sites that somebody has paused or resumed. */
public interface Sites {

    /** Pauses a site, known or not. */
    Change pause(Host host, Instant now, @Nullable String reason);

    /** Resumes a site; nothing when it is unknown. */
    Optional<Change> resume(Host host);

    Optional<Known> find(Host host);

    /** The sites paused last, first. */
    List<Known> paused(PausedPlace after, int limit);

    /** A site that is stored. */
    record Known(Host host, Site site, RowVersion row) {}

    /** What became of a call: inserted, updated or unchanged, and the site as it is now. */
    record Change(Effect effect, Known site) {}

    /** The words for it. */
    enum Effect {
        INSERTED,
        UPDATED,
        UNCHANGED
    }

    /** A place in the list of paused sites. */
    record PausedPlace(Instant pausedAt, String host) {
        public static final PausedPlace START = new PausedPlace(Instant.parse("9999-12-31T23:59:59.999999Z"), "");
    }
}
