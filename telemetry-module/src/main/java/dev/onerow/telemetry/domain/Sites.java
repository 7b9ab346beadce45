package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sites that somebody has paused or resumed. */
public interface Sites {

    /** Pauses a site, known or not, where the stored row is as the request asks. */
    Change pause(Host host, Instant now, @Nullable String reason, Condition condition);

    /** Resumes a site, where the stored row is as the request asks; nothing when it is unknown. */
    Optional<Change> resume(Host host, Condition condition);

    Optional<Known> find(Host host);

    /** Whether a page of this very host was ever extracted. */
    boolean isSeen(Host host);

    /** The sites paused last, first. */
    List<Known> paused(PausedPlace after, int limit);

    /** A site that is stored. */
    record Known(Host host, Site site, RowVersion row) {}

    /**
     * What became of a call.
     *
     * @param site as it is now; null only when a condition failed and it is unknown
     */
    record Change(Effect effect, @Nullable Known site) {}

    /** The words for it. */
    enum Effect {
        INSERTED,
        UPDATED,
        UNCHANGED,
        /** A condition of the request does not hold. */
        CONDITION_FAILED
    }

    /** A place in the list of paused sites. */
    record PausedPlace(Instant pausedAt, String host) {
        public static final PausedPlace START = new PausedPlace(Instant.parse("9999-12-31T23:59:59.999999Z"), "");
    }
}
