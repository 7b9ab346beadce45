package dev.onerow.registry.domain.sql;

import java.util.Optional;

/** The escapes of {@code U&"…"}: {@code \0041}, {@code \+000041} and {@code \\}, with any escape character. */
final class UnicodeEscapes {
    private UnicodeEscapes() {}

    /** The text meant; empty when an escape is incomplete or names no character. */
    static Optional<String> decode(String escaped, char escape) {
        var decoded = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            char c = escaped.charAt(i);
            if (c != escape) {
                decoded.append(c);
                i++;
            } else if (escaped.startsWith(String.valueOf(escape), i + 1)) {
                decoded.append(escape);
                i += 2;
            } else {
                boolean isLong = escaped.startsWith("+", i + 1);
                int digits = i + (isLong ? 2 : 1);
                int end = digits + (isLong ? 6 : 4);
                if (!isHex(escaped, digits, end)) {
                    return Optional.empty();
                }
                int codePoint = Integer.parseInt(escaped.substring(digits, end), 16);
                if (!Character.isValidCodePoint(codePoint)) {
                    return Optional.empty();
                }
                decoded.appendCodePoint(codePoint);
                i = end;
            }
        }
        return Optional.of(decoded.toString());
    }

    private static boolean isHex(String text, int from, int to) {
        return to <= text.length() && text.substring(from, to).chars().allMatch(c -> Ascii.isHexDigit((char) c));
    }
}
