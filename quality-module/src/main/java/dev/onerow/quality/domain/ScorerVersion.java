package dev.onerow.quality.domain;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The version of a scoring algorithm, such as {@code 1.0.0}. Compared part by part: numbers as numbers, so that
 * 1.10.0 comes after 1.9.0; a word comes before any number; a missing part is 0. Versions that differ in their text
 * alone (1.0 and 1.0.0) are compared as texts in the end, so that the order is total.
 *
 * @param value 1 to 100 characters, not blank
 */
public record ScorerVersion(String value) implements Comparable<ScorerVersion> {
    /** Most characters of a version. */
    public static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final String MISSING_PART = "0";

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException when it is blank or too long
     */
    public ScorerVersion {
        if (!isVersion(value)) {
            throw new IllegalArgumentException("A version has 1 to " + LONGEST + " characters");
        }
    }

    /** Whether a text can be a version. */
    public static boolean isVersion(String value) {
        return !value.isBlank() && value.length() <= LONGEST;
    }

    @Override
    public int compareTo(ScorerVersion other) {
        String[] mine = value.split("\\.", -1);
        String[] theirs = other.value.split("\\.", -1);
        for (int i = 0; i < Math.max(mine.length, theirs.length); i++) {
            int order = compareParts(part(mine, i), part(theirs, i));
            if (order != 0) {
                return order;
            }
        }
        return value.compareTo(other.value);
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : MISSING_PART;
    }

    private static int compareParts(String one, String other) {
        boolean isNumber = NUMBER.matcher(one).matches();
        boolean otherIsNumber = NUMBER.matcher(other).matches();
        if (isNumber && otherIsNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return isNumber == otherIsNumber ? one.compareTo(other) : Boolean.compare(isNumber, otherIsNumber);
    }
}
