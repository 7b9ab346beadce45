package dev.onerow.registry.domain.sql;

/**
 * One token. {@code value} is what the database makes of it: a word as written, the name inside a quoted identifier,
 * the content of a string, otherwise the text itself. Offsets count UTF-16 units of the text; {@code end} is exclusive.
 */
record Token(Kind kind, String value, int start, int end) {

    enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        /** An identifier in quotes, backticks or brackets. */
        QUOTED,
        /** {@code U&"…"}: its name is known only when the token behind it is (UESCAPE). */
        UNICODE_QUOTED,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL
    }

    boolean isWord(String keyword) {
        return kind == Kind.WORD && Ascii.equalsIgnoringCase(value, keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && value.equals(symbol);
    }

    boolean isIdentifier() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Whether the white space inside this token belongs to its meaning. */
    boolean keepsItsSpaces() {
        return kind == Kind.QUOTED || kind == Kind.UNICODE_QUOTED || kind == Kind.STRING;
    }
}
