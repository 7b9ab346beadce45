package dev.onerow.persistence.kernel;

/** Text as both databases keep it. */
final class Texts {
    private static final int LARGE = 0xFF; // stands for every character from here on, and nothing is told behind it

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

    /**
     * A number without sign that is no smaller for a text that is greater by {@link #compareCodePoints}, made from up to
     * eight characters.
     *
     * @param from how many characters at the beginning are left out, because all texts that are compared share them
     */
    static long number(String text, int from) {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            int place = from + i;
            int c = place < text.length() ? text.charAt(place) : 0;
            if (c >= LARGE) {
                return ((number << Byte.SIZE) | LARGE) << (Byte.SIZE * (Long.BYTES - 1 - i));
            }
            number = (number << Byte.SIZE) | c;
        }
        return number;
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
