package dev.onerow.ledger.domain;

/**
 * What became of something that was saved.
 *
 * @param change what became of it
 * @param stored how it is stored now
 */
public record Saved<T>(Change change, Stored<T> stored) {

    /** What saving did. */
    public enum Change {
        /** There was none; now there is. */
        INSERTED,
        /** It was there, and says something else now. */
        UPDATED,
        /** It said so already: nothing was written. */
        UNCHANGED,
        /** A later one of the same key in the same request stands for it. */
        FOLDED
    }
}
