package dev.onerow.ledger.persistence;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of LIKE, with an exclamation mark as escape. The lower() of SQLite, and of PostgreSQL where the locale is C,
 * knows ASCII letters alone, so that other letters are looked for in both spellings: as they stand in M&uuml;ller and
 * as they stand in M&Uuml;LLER.
 */
final class Patterns {
    private Patterns() {}

    /** What has a text somewhere, in lower case; null for no text. */
    static @Nullable String containing(@Nullable String text) {
        return text == null ? null : containingLiterally(text.toLowerCase(Locale.ROOT));
    }

    /** The same where letters beyond ASCII stand as capitals. */
    static @Nullable String containingCapitals(@Nullable String text) {
        return text == null
                ? null
                : containingLiterally(text.toUpperCase(Locale.ROOT)
                        .codePoints()
                        .map(letter -> letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()));
    }

    private static String containingLiterally(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
