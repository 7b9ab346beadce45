package dev.onerow.ledger.domain.view;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Limits of absolute amounts. They compare decimal values, so a currency's minor units are compared with the limits in
 * those units.
 *
 * @param least the least amount let through
 * @param most the greatest amount let through, or null
 */
public record AmountLimits(BigDecimal least, @Nullable BigDecimal most) {

    static AmountLimits between(@Nullable String min, @Nullable String small, @Nullable String max) {
        BigDecimal least = min == null ? BigDecimal.ZERO : new BigDecimal(min);
        return new AmountLimits(
                small == null ? least : least.max(new BigDecimal(small)), max == null ? null : new BigDecimal(max));
    }

    /** The least amount in minor units of a currency with so many decimals. */
    public long leastMinorUnits(int decimals) {
        return bounded(least.movePointRight(decimals).setScale(0, RoundingMode.CEILING));
    }

    /** The greatest amount in minor units of a currency with so many decimals. */
    public long mostMinorUnits(int decimals) {
        return most == null
                ? Long.MAX_VALUE
                : bounded(most.movePointRight(decimals).setScale(0, RoundingMode.FLOOR));
    }

    private static long bounded(BigDecimal units) {
        return units.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}
