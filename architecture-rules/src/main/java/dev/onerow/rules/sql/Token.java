package dev.onerow.rules.sql;

/**
 * A word or sign of a text.
 *
 * @param text a word in lower case, a quoted name or string without its quotes, else as it stands
 * @param start where it begins in the text
 * @param end where it ends in the text, exclusive
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        DOLLAR_STRING,
        SIGN,
        /** Something that is put in at run time: an argument of a concatenation, or a place for one. */
        HOLE,
        /** {@code {}} of a log message, seldom a hole in SQL. */
        BRACES,
        /** The border between two pieces of a method; something may or may not stand there at run time. */
        JOINT,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isHole() {
        return kind == Kind.HOLE || kind == Kind.BRACES;
    }
}
