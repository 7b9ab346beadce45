package dev.onerow.registry.domain.sql;

/**
 * Letter case as both databases see it in keywords and names: only the 26 letters have one. Java's own rules would fold
 * the Kelvin sign to a k and the dotless i to an I, and see keywords where neither database does.
 */
final class Ascii {
    private Ascii() {}

    static String lowerCase(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    static boolean equalsIgnoringCase(String one, String other) {
        return one.length() == other.length() && lowerCase(one).equals(lowerCase(other));
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
