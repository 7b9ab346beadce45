package dev.onerow.persistence.kernel;

/** Text as both databases keep it. */
final class Texts {
    private Texts() {}

    /**
     * The text itself, when both databases give it back as it is.
     *
     * @throws IllegalArgumentException for U+0000, which PostgreSQL refuses and SQLite keeps, and for an unpaired
     *     surrogate, which comes back changed
     */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("contains U+0000");
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    throw new IllegalArgumentException("contains an unpaired surrogate");
                }
                i++;
            }
        }
        return text;
    }

    /** Orders by code point, which is the order of the UTF-8 bytes; {@code String.compareTo} is not, beyond U+FFFF. */
    static int compareCodePoints(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean different = Character.isSurrogate(a) != Character.isSurrogate(b);
                return different ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
