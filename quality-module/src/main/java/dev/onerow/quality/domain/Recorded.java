package dev.onerow.quality.domain;

import org.jspecify.annotations.Nullable;

/**
 * What became of one incoming measurement.
 *
 * @param outcome what became of it
 * @param stored the current score of its pattern now; null when it was refused and there is none
 * @param refusal why the database refused it, in words without values; null when it did not
 */
public record Recorded(
        Outcome outcome,
        @Nullable StoredScore stored,
        @Nullable String refusal) {

    /** What can become of a measurement. */
    public enum Outcome {
        /** The pattern had no score; now it has. */
        INSERTED,
        /** It replaced the current score. */
        UPDATED,
        /** The current score said so already. */
        UNCHANGED,
        /** The current score is newer, and stays. */
        STALE,
        /** A later measurement of the same pattern, recorded together with it, tells what became of both. */
        FOLDED,
        /** The condition of the request does not hold. */
        CONDITION_FAILED,
        /** The database refused the row. */
        REFUSED
    }

    /**
     * The current score.
     *
     * @throws IllegalStateException when there is none
     */
    public StoredScore score() {
        if (stored == null) {
            throw new IllegalStateException("There is no current score: " + outcome);
        }
        return stored;
    }
}
