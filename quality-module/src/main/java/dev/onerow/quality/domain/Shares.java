package dev.onerow.quality.domain;

/** Numbers of 0 to 1: scores, confidences, dimensions. */
public final class Shares {
    /** Sums leave rounding dust; what is nearer to a limit than this has reached it. */
    static final double DUST = 1e-9;

    private Shares() {}

    public static boolean isShare(double value) {
        // NaN fails both comparisons.
        return value >= 0 && value <= 1;
    }

    /** The value, with -0.0 as 0.0, which databases do not tell apart. */
    static double require(String name, double value) {
        if (!isShare(value)) {
            throw new IllegalArgumentException(name + " is a number of 0 to 1");
        }
        return value + 0.0;
    }

    static double clamped(double value) {
        return Math.max(0.0, Math.min(1.0, value));
    }

    static boolean reaches(double value, double limit) {
        return value >= limit - DUST;
    }
}
