package dev.onerow.persistence;

/** What became of a patch of one row. */
public enum Patched {
    /** At least one column differs now. */
    UPDATED,
    /** The row said so already: nothing was written. */
    UNCHANGED,
    /** There is no row of this key. */
    MISSING,
    /** The row has another version than the one expected: nothing was written. */
    VERSION_DIFFERS
}
