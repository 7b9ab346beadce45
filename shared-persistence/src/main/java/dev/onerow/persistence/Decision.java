package dev.onerow.persistence;

/**
 * What a {@link Decider} answers for one incoming row.
 *
 * @param <T> the row
 */
public sealed interface Decision<T> {

    /**
     * Store this row. Its key is the key of the incoming one; its {@link MergeRule#KEEP} columns and what the
     * kernel supplies stay as stored, every other column becomes what the row says. A row that equals the stored
     * one is {@link Outcome#UNCHANGED} and writes nothing, yet its lock is held until the transaction ends.
     */
    record Write<T>(T row) implements Decision<T> {}

    /** The stored row says it already: {@link Outcome#UNCHANGED}. May be answered without a lock. */
    record Keep<T>() implements Decision<T> {}

    /** The stored row is newer: {@link Outcome#STALE}. May be answered without a lock. */
    record Stale<T>() implements Decision<T> {}

    /**
     * This row alone is refused: {@link Outcome#REJECTED}. Other rows of the same input are not touched by it.
     *
     * @param reason the caller's own word for it; comes back in {@link Written#refusal()}
     */
    record Refuse<T>(Object reason) implements Decision<T> {}

    /** Store this row. */
    static <T> Decision<T> write(T row) {
        return new Write<>(row);
    }

    /** Leave the stored row, which says it already. */
    static <T> Decision<T> keep() {
        return new Keep<>();
    }

    /** Leave the stored row, which is newer. */
    static <T> Decision<T> stale() {
        return new Stale<>();
    }

    /** Refuse the incoming row. */
    static <T> Decision<T> refuse(Object reason) {
        return new Refuse<>(reason);
    }
}
