package dev.onerow.persistence;

/** What became of a deletion of one row. */
public enum Deleted {
    /** The row was there and is gone. */
    DELETED,
    /** There is no row of this key. */
    MISSING,
    /** The row has another version than the one expected: it stays. */
    VERSION_DIFFERS
}
