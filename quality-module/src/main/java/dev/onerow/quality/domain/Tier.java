package dev.onerow.quality.domain;

/** How good a composite is, in one word. */
public enum Tier {
    /** From 0.9. */
    EXCELLENT(0.9),
    /** From 0.7. */
    GOOD(0.7),
    /** From 0.5. */
    FAIR(0.5),
    /** Below. */
    POOR(0.0);

    private final double from;

    Tier(double from) {
        this.from = from;
    }

    /** The tier of a composite. */
    public static Tier of(double composite) {
        for (Tier tier : values()) {
            if (Shares.reaches(composite, tier.from)) {
                return tier;
            }
        }
        return POOR;
    }

    /** The word for it on the wire. */
    public String word() {
        return Characters.lower(name());
    }
}
