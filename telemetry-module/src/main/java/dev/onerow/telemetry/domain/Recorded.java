package dev.onerow.telemetry.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one incoming extraction.
 *
 * @param stored what is stored of the operation now; null when the extraction was refused
 * @param before what the operation meant to the counters before; empty when it was new or not counted
 * @param attempts what was tried in the extraction, where it was written
 */
public record Recorded(Outcome outcome, @Nullable Fact stored, Optional<CountedFact> before, Attempts attempts) {

    /** The words for it. */
    public enum Outcome {
        INSERTED,
        UPDATED,
        UNCHANGED,
        /** What is stored has a higher revision. */
        STALE,
        /** A later extraction of the same operation in the same chunk tells what became of both. */
        FOLDED,
        /** A condition of the request does not hold. */
        CONDITION_FAILED
    }

    public boolean isWritten() {
        return outcome == Outcome.INSERTED || outcome == Outcome.UPDATED;
    }

    /** What the operation means to the counters now. */
    public Optional<CountedFact> after() {
        return stored == null ? Optional.empty() : stored.counted();
    }
}
