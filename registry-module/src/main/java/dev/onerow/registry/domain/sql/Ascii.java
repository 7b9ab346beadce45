package dev.onerow.registry.domain.sql;

/**
 * Letter case as both databases see it in keywords and names: only the 26 letters have one. Java's own rules would fold
 * the Kelvin sign to a k and the dotless i to an I, and see keywords where neither database does.
 */
final class Ascii {
    private Ascii() {}

    static String lowerCase(String text) {
        int capital = 0;
        while (capital < text.length() && !isCapital(text.charAt(capital))) {
            capital++;
        }
        if (capital == text.length()) {
            return text;
        }
        var lower = text.toCharArray();
        for (int i = capital; i < lower.length; i++) {
            lower[i] = lowerCase(lower[i]);
        }
        return new String(lower);
    }

    static boolean equalsIgnoringCase(String one, String other) {
        boolean same = one.length() == other.length();
        for (int i = 0; same && i < one.length(); i++) {
            same = lowerCase(one.charAt(i)) == lowerCase(other.charAt(i));
        }
        return same;
    }

    private static char lowerCase(char c) {
        return isCapital(c) ? (char) (c + 32) : c;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /** Space, tab, line feed, vertical tab, form feed, carriage return: white space to one of the databases at least. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
