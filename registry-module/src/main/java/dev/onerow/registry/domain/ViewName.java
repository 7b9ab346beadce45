package dev.onerow.registry.domain;

import java.util.regex.Pattern;

/** The name of a view: legal on both databases, and none of those that they or the service keep for themselves. */
public record ViewName(String value) implements Comparable<ViewName> {
    static final int MAX_LENGTH = 63;

    private static final Pattern FORM = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    public ViewName {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("Not a view name (a-z or _, then up to 62 of a-z 0-9 _, not reserved)");
        }
    }

    public static boolean isLegal(String value) {
        return FORM.matcher(value).matches() && !ReservedNames.contains(value);
    }

    @Override
    public int compareTo(ViewName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
