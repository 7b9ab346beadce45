package dev.onerow.ledger.domain;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact amount of a currency. There is no rounding and no floating point anywhere.
 *
 * @param minorUnits the amount in the currency's smallest unit (cents of EUR), within {@link #LIMIT}
 * @param currency the currency
 */
public record Money(long minorUnits, CurrencyCode currency) {

    /** Amounts are smaller than this in either direction, so that the sum of thousands of them still fits. */
    public static final long LIMIT = 1_000_000_000_000_000L;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?");
    private static final int LONGEST_TEXT = 82;

    /** Refuses what is out of range. */
    public Money {
        if (minorUnits <= -LIMIT || minorUnits >= LIMIT) {
            throw new IllegalArgumentException("Amount out of range");
        }
    }

    /** Reads a decimal string such as {@code -12.40}. Trailing zeros do not count as decimals. */
    public static Parsed<Money> read(String text, CurrencyCode currency) {
        return decimal(text).then(amount -> of(amount, currency));
    }

    /** Reads a decimal string, whatever the currency. */
    public static Parsed<BigDecimal> decimal(String text) {
        if (text.length() > LONGEST_TEXT || !DECIMAL.matcher(text).matches()) {
            return Parsed.refused("not-a-decimal", "An amount is a decimal string such as -12.40.");
        }
        return Parsed.of(new BigDecimal(text));
    }

    /** The amount as money of a currency, unless it has more decimals than the currency or is out of range. */
    public static Parsed<Money> of(BigDecimal amount, CurrencyCode currency) {
        if (amount.precision() - amount.scale() > 20) {
            return outOfRange();
        }
        BigDecimal minor = amount.movePointRight(currency.decimals()).stripTrailingZeros();
        if (minor.scale() > 0) {
            return Parsed.refused(
                    "too-many-decimals",
                    currency.value() + " has " + currency.decimals() + " decimals, the amount has more.");
        }
        return minor.abs().compareTo(BigDecimal.valueOf(LIMIT)) >= 0
                ? outOfRange()
                : Parsed.of(new Money(minor.longValueExact(), currency));
    }

    /** The amount with all decimals of its currency: {@code 250.00}. */
    public String decimal() {
        return decimal(minorUnits, currency);
    }

    /** Minor units of a currency as a decimal string; sums may be beyond {@link #LIMIT}. */
    public static String decimal(long minorUnits, CurrencyCode currency) {
        return BigDecimal.valueOf(minorUnits, currency.decimals()).toPlainString();
    }

    private static Parsed<Money> outOfRange() {
        return Parsed.refused("out-of-range", "An amount has at most 15 digits, decimals included.");
    }
}
