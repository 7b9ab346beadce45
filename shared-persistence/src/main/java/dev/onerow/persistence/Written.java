package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param <T> the row
 * @param outcome what became of it
 * @param stored the row of its key as it is in the database now, ids and counters included; null only when the row was
 *     rejected: there is none, or a value or a constraint refused it and nobody looked for one
 * @param before decided writes and plans: the row of its key as it was before; null when there was none, or a value or a
 *     constraint refused the row. Merged writes do not look at it first: always null
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
     * @throws IllegalStateException when the write was rejected and {@link #stored} is null
     */
    public T row() {
        if (stored == null) {
            throw new IllegalStateException("There is no stored row to show: " + outcome);
        }
        return stored;
    }
}
