package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param <T> the row
 * @param outcome what became of it
 * @param stored the row of its key as it is in the database now, ids and counters included; null only when it was
 *     rejected and there is none
 * @param before decided writes and plans: the row of its key as it was before, or null when there was none. Merged
 *     writes do not look at it first: always null
 * @param refusal why, when it was {@link Outcome#REJECTED}; else null
 */
public record Written<T>(
        Outcome outcome,
        @Nullable T stored,
        @Nullable T before,
        @Nullable Refusal refusal) {

    /**
     * The stored row.
     *
     * @throws IllegalStateException when the write was rejected and no row of its key is stored
     */
    public T row() {
        if (stored == null) {
            throw new IllegalStateException("No row of this key is stored: " + outcome);
        }
        return stored;
    }
}
