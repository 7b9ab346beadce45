package dev.onerow.registry.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** The stable key of a rule. Letter case is kept; two codes that differ in nothing else cannot both exist. */
public record RuleCode(String value) implements Comparable<RuleCode> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    public RuleCode {
        if (!isLegal(value)) {
            throw new IllegalArgumentException(
                    "Not a rule code (letter or digit, then up to 127 of A-Z a-z 0-9 _ . -)");
        }
    }

    public static boolean isLegal(String value) {
        return FORM.matcher(value).matches();
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
