package dev.onerow.persistence;

import java.util.Locale;

/** What became of one row that was handed in. Exact on both databases, and under concurrency. */
public enum Outcome {
    /** No row had its key; now one has. */
    INSERTED,
    /** The row of its key was there, and at least one column differs now. */
    UPDATED,
    /** The row of its key was there and says the same already: nothing was written. */
    UNCHANGED,
    /** The row of its key is newer: nothing was written. */
    STALE,
    /** Merged into a later row of its key in the same chunk, whose outcome stands for both. */
    FOLDED,
    /** Refused; the reason is told, and nothing of it was written. */
    REJECTED;

    /** The outcome as it is written on the wire: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the row of the key differs from what it was before. */
    public boolean isWrite() {
        return this == INSERTED || this == UPDATED;
    }
}
