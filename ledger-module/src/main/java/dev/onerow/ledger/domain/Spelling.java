package dev.onerow.ledger.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of the ledger are snake_case; the camelCase of older clients means the same. */
public final class Spelling {
    private Spelling() {}

    /** The word of a constant, as it is stored and sent: {@code CREDIT_CARD} is {@code credit_card}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word in either spelling. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        String word = snakeCase(text);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(word))
                .findFirst();
    }

    /** All words of a type. */
    public static List<String> wordsOf(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::word).toList();
    }

    /** All words of a type, for the sentence that refuses another one. */
    public static String words(Class<? extends Enum<?>> type) {
        return String.join(", ", wordsOf(type));
    }

    private static String snakeCase(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                word.append('_').append((char) (letter + ('a' - 'A')));
            } else {
                word.append(letter);
            }
        }
        return word.toString();
    }
}
