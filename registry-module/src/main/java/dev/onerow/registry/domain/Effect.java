package dev.onerow.registry.domain;

/** What became of something that was to be stored. */
public enum Effect {
    INSERTED,
    UPDATED,
    UNCHANGED,
    /** A later one of the same key, handed in together with it, stands for both. */
    FOLDED;

    /** The effect of two things that count as one. */
    public Effect and(Effect other) {
        return this == UNCHANGED ? other : this;
    }
}
