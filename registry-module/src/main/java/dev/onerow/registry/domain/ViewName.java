package dev.onerow.registry.domain;

/** The name of a view: legal on both databases, and none of those that they or the service keep for themselves. */
public record ViewName(String value) implements Comparable<ViewName> {
    static final int MAX_LENGTH = 63;

    public ViewName {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("Not a view name (a-z or _, then up to 62 of a-z 0-9 _, not reserved)");
        }
    }

    public static boolean isLegal(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && !isDigit(value.charAt(0))
                && isAllOfParts(value)
                && !ReservedNames.contains(value);
    }

    private static boolean isAllOfParts(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < 'a' || c > 'z') && !isDigit(c) && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
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
