package dev.onerow.quality.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

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

    /** Sums leave rounding dust: what is nearer to a tier than this has reached it. */
    public static final double DUST = Shares.DUST;

    private final double from;

    Tier(double from) {
        this.from = from;
    }

    /** The least composite of this tier. */
    public double from() {
        return from;
    }

    /** The tier above, if there is one. */
    public Optional<Tier> better() {
        return Arrays.stream(values()).filter(tier -> tier.from > from).min(Comparator.comparingDouble(Tier::from));
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

    /** The tier of this word. */
    public static Optional<Tier> named(String word) {
        return Arrays.stream(values()).filter(tier -> tier.word().equals(word)).findFirst();
    }

    /** The word for it on the wire. */
    public String word() {
        return Characters.lower(name());
    }
}
