package dev.onerow.registry.domain;

import java.util.Locale;

/** The stable key of a rule. Letter case is kept; two codes that differ in nothing else cannot both exist. */
public record RuleCode(String value) implements Comparable<RuleCode> {
    private static final int MAX_LENGTH = 128;

    public RuleCode {
        if (!isLegal(value)) {
            throw new IllegalArgumentException(
                    "Not a rule code (letter or digit, then up to 127 of A-Z a-z 0-9 _ . -)");
        }
    }

    public static boolean isLegal(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && isLetterOrDigit(value.charAt(0))
                && isAllOfParts(value);
    }

    private static boolean isAllOfParts(String value) {
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** The form in which codes are unique. */
    public String inLowerCase() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(RuleCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
