package dev.onerow.ledger.domain.statement;

import java.util.Map;

/** The character references that XML and SGML know without declaration. Any other stands for itself. */
final class Entities {
    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0");

    private Entities() {}

    /** Appends a part of the text with its references replaced, until the target has as many characters as allowed. */
    static void decode(String text, int from, int to, StringBuilder target, int limit) {
        int position = from;
        while (position < to && target.length() < limit) {
            char c = text.charAt(position);
            int end = c == '&' ? referenceEnd(text, position, to) : -1;
            String character = end < 0 ? "" : character(text.substring(position + 1, end));
            if (character.isEmpty()) {
                target.append(c);
                position++;
            } else {
                target.append(character);
                position = end + 1;
            }
        }
    }

    private static int referenceEnd(String text, int ampersand, int to) {
        int last = Math.min(to, ampersand + LONGEST);
        for (int i = ampersand + 1; i < last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static String character(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "");
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean storable = code > 0 && Character.isValidCodePoint(code) && !isSurrogate(code);
            return storable ? Character.toString(code) : "\uFFFD";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }

    private static boolean isSurrogate(int code) {
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }
}
