package dev.onerow.telemetry.domain;

import java.util.Optional;

/**
 * What became of one incoming extraction.
 *
 * @param before what the operation meant to the counters before; empty when it was new or not counted
 * @param after what it means to them now
 * @param attempts what was tried in the extraction, where it was written
 */
public record Recorded(Outcome outcome, Optional<CountedFact> before, Optional<CountedFact> after, Attempts attempts) {

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
}
