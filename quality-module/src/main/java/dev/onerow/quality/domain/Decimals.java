package dev.onerow.quality.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Numbers of JSON as decimals that are the same whatever they were read with, and on whatever Java. */
final class Decimals {
    /** Longest written-out number that is taken: every double fits, and no short text grows into a long one. */
    private static final int MOST_DIGITS = 1_100;

    private static final int DIGITS_OF_ANY_DOUBLE = 15;
    private static final int DIGITS_OF_EVERY_DOUBLE = 17;

    private Decimals() {}

    /** Whether a number can be written out: finite, and not of absurd length. */
    static boolean canBeWrittenOut(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return Double.isFinite(number.doubleValue());
        }
        if (number instanceof BigDecimal decimal) {
            // In long arithmetic: a scale close to the limits of int would overflow.
            long whole = (long) decimal.precision() - decimal.scale();
            return whole <= MOST_DIGITS && decimal.scale() <= MOST_DIGITS;
        }
        return !(number instanceof BigInteger big) || big.bitLength() <= MOST_DIGITS * 3;
    }

    static BigDecimal of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (number instanceof Double || number instanceof Float) {
            return ofDouble(number.doubleValue());
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** Without exponent and trailing zeros: 1.0 and 1 are one number. */
    static String plain(Number number) {
        return of(number).stripTrailingZeros().toPlainString();
    }

    /**
     * The fewest digits from 15 on that give back the same double. Not left to {@link Double#toString}, which writes
     * some doubles otherwise on Java 17 than on later ones.
     */
    private static BigDecimal ofDouble(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = DIGITS_OF_ANY_DOUBLE; digits < DIGITS_OF_EVERY_DOUBLE; digits++) {
            // Below a power of two doubles are denser than above: there the nearest decimal may miss, and the next not.
            for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded;
                }
            }
        }
        return exact.round(new MathContext(DIGITS_OF_EVERY_DOUBLE, RoundingMode.HALF_EVEN));
    }
}
