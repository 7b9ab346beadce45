package dev.onerow.quality.domain;

import java.util.Arrays;

/** Where a backfill stands. */
public enum BackfillState {
    /** Waits for a worker. */
    QUEUED,
    /** A worker has it, or had it when it died. */
    RUNNING,
    /** All patterns were seen and none failed. */
    COMPLETED,
    /** All patterns were seen; some could not be scored or stored. */
    COMPLETED_WITH_FAILURES,
    /** Ended before all patterns were seen. What was stored stays. */
    FAILED,
    /** Somebody ended it. What was stored stays. */
    CANCELLED;

    /** Whether it has not ended. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }

    /** The word for it on the wire and in the table. */
    public String word() {
        return Characters.lower(name());
    }

    /**
     * The state of this word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static BackfillState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a backfill: " + word));
    }
}
