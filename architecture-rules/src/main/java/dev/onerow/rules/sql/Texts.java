package dev.onerow.rules.sql;

import java.util.List;
import java.util.stream.Collectors;

/** The signs that stand for what a text does not say. */
public final class Texts {
    /** Stands where something is put in at run time, as in the recipe of a concatenation. */
    public static final char HOLE = '\u0001';

    /** Stands between two pieces that may, or may not, be put together at run time. */
    public static final char JOINT = '\u0002';

    private Texts() {}

    /** The pieces as one text in which each border is known. */
    public static String joined(List<String> pieces) {
        return String.join(String.valueOf(JOINT), pieces);
    }

    /** The pieces as one text without borders, for words and strings that were cut in the middle. */
    public static String glued(List<String> pieces) {
        return String.join("", pieces);
    }

    /** Words and signs alone, holes all alike: two texts with one shape are one statement. */
    public static String shape(String text) {
        return Tokens.of(text).stream()
                .map(token -> token.isHole() ? "?" : token.text())
                .collect(Collectors.joining(" "));
    }
}
