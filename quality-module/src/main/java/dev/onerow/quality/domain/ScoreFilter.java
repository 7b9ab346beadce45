package dev.onerow.quality.domain;

import java.util.Optional;

/**
 * Which current scores are wanted. All bounds are inclusive and forgive rounding dust.
 *
 * @param minScore least composite
 * @param maxScore greatest composite
 * @param minConfidence least confidence
 * @param tier this tier only, or empty for all
 * @param version this version only, or empty for all
 */
public record ScoreFilter(
        double minScore, double maxScore, double minConfidence, Optional<Tier> tier, Optional<String> version) {
    private static final double ABOVE_ALL = 2.0;

    /** The least composite that passes, tier included. */
    public double from() {
        return Math.max(minScore, tier.map(Tier::from).orElse(0.0)) - Shares.DUST;
    }

    /** The greatest composite that passes. */
    public double to() {
        return maxScore + Shares.DUST;
    }

    /** Composites from here on are of a better tier. */
    public double below() {
        return tier.flatMap(Tier::better).map(Tier::from).orElse(ABOVE_ALL) - Shares.DUST;
    }

    /** The least confidence that passes. */
    public double fromConfidence() {
        return minConfidence - Shares.DUST;
    }
}
