package dev.onerow.telemetry.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A rate in percent, rounded half up to two places. Every decision is made with the rounded rate, the one that is shown.
 */
public record SuccessRate(BigDecimal percent) {
    private static final BigDecimal POOR_BELOW = BigDecimal.valueOf(50);
    private static final BigDecimal GOOD_ABOVE = BigDecimal.valueOf(80);
    private static final BigDecimal PAUSE_BELOW = BigDecimal.valueOf(25);

    /** The rate of so many successes; of nothing there is no rate, neither 0 nor 100 percent. */
    public static Optional<SuccessRate> of(long successes, long total) {
        if (total == 0) {
            return Optional.empty();
        }
        BigDecimal hundredfold = BigDecimal.valueOf(successes).multiply(BigDecimal.valueOf(100));
        return Optional.of(new SuccessRate(hundredfold.divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP)));
    }

    /** How a publisher does: poor, fair or good. */
    public String standing() {
        if (percent.compareTo(POOR_BELOW) < 0) {
            return "poor";
        }
        return percent.compareTo(GOOD_ABOVE) > 0 ? "good" : "fair";
    }

    /** What to do about a poor performer: pause or monitor. */
    public String recommendation() {
        return percent.compareTo(PAUSE_BELOW) < 0 ? "pause" : "monitor";
    }
}
