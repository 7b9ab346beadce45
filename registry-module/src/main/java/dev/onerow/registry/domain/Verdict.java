package dev.onerow.registry.domain;

/** What a change of columns means to those who read the view. It informs and never blocks. */
public enum Verdict {
    /** Same names, types and order. */
    NONE,
    /** Whoever names the columns goes on reading: nothing removed, types at most wider. */
    COMPATIBLE,
    /** Something is gone, or has a type that may not hold or mean what the old one did. */
    BREAKING
}
