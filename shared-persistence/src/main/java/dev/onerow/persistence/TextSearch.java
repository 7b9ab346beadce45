package dev.onerow.persistence;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for texts that have another text somewhere, whatever the case of the letters, alike on both databases and in
 * every locale: their own {@code lower()} knows ASCII alone on SQLite, and on PostgreSQL what the locale of the server
 * knows. Letter by letter, so that "ss" finds no sharp s. In a statement it reads
 *
 * <pre>{@code
 * t.merchant LIKE CAST(:like AS text) ESCAPE '!' AND regexp_like(t.merchant, CAST(:regex AS text))
 * }</pre>
 *
 * <p>{@code regexp_like} comes with PostgreSQL and is given to each connection of SQLite. There it is a call back into
 * Java, so that LIKE, which costs a tenth, goes before it and leaves little to it. Thread-safe.
 */
@Singleton
public final class TextSearch {
    private static final String META = "\\^$.|?*+()[]{}";
    private static final int LAST_ASCII = 0x7F;

    private final DatabaseKind kind;

    TextSearch(DatabaseKind kind) {
        this.kind = kind;
    }

    /**
     * The values of the two parameters; both null when nothing is looked for.
     *
     * @param like a pattern of LIKE that lets everything through that {@code regex} finds
     * @param regex a regular expression that both databases read alike
     */
    public record Sought(@Nullable String like, @Nullable String regex) {}

    /** What to look for; null for nothing. */
    public Sought of(@Nullable String text) {
        return text == null ? new Sought(null, null) : new Sought(like(text), letters(text, TextSearch::regex));
    }

    private String like(String text) {
        return switch (kind) {
            case POSTGRESQL -> "%"; // Its regular expressions are as quick as its LIKE, which would heed the case.
            case SQLITE -> "%" + letters(text, TextSearch::like) + "%";
        };
    }

    private static String letters(String text, IntFunction<String> form) {
        return text.codePoints().mapToObj(form).collect(Collectors.joining());
    }

    /** The LIKE of SQLite sets capital and small letters of ASCII equal, and no others. */
    private static String like(int letter) {
        String itself = Character.toString(letter);
        if (letter > LAST_ASCII) {
            return Cases.of(letter).length() > itself.length() ? "_" : itself;
        }
        return "!%_".contains(itself) ? "!" + itself : itself;
    }

    private static String regex(int letter) {
        String itself = Character.toString(letter);
        String cases = Cases.of(letter);
        if (cases.length() > itself.length()) {
            return "[" + cases + "]";
        }
        return META.contains(itself) ? "\\" + itself : itself;
    }

    /** Which letters differ in case alone, as Java knows them. */
    private static final class Cases {
        private static final int LAST_WITH_CASES = 0x1FFFF;
        private static final Map<Integer, Set<Integer>> BY_SMALL_LETTER = bySmallLetter();

        private Cases() {}

        private static Map<Integer, Set<Integer>> bySmallLetter() {
            Map<Integer, Set<Integer>> cases = new HashMap<>();
            for (int letter = 0; letter <= LAST_WITH_CASES; letter++) {
                int small = small(letter);
                if (small != letter) {
                    cases.computeIfAbsent(small, first -> new TreeSet<>(Set.of(first)))
                            .add(letter);
                }
            }
            return cases;
        }

        /** All cases of a letter, itself among them; of a letter of ASCII those in ASCII. */
        static String of(int letter) {
            if (letter <= LAST_ASCII) {
                int small = Character.toLowerCase(letter);
                int capital = Character.toUpperCase(letter);
                return small == capital ? Character.toString(letter) : Character.toString(small) + (char) capital;
            }
            return BY_SMALL_LETTER.getOrDefault(small(letter), Set.of(letter)).stream()
                    .map(Character::toString)
                    .collect(Collectors.joining());
        }

        private static int small(int letter) {
            return Character.toLowerCase(Character.toUpperCase(letter));
        }
    }
}
