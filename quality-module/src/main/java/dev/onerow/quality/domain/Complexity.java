package dev.onerow.quality.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the complexity that the author declares is the one that the code shows: the facts, and the score they make.
 *
 * @param declared what the metadata declares, as text; empty when they declare nothing
 * @param branches control words in the code that branch or repeat
 * @param measured the complexity that this count stands for; empty without code
 */
public record Complexity(Optional<String> declared, int branches, Optional<Level> measured) {
    private static final List<String> BRANCH_WORDS = List.of("if ", "for ", "while ", "except ");
    private static final int MEDIUM_FROM = 3;
    private static final int HIGH_FROM = 8;

    /** How complex code is. */
    public enum Level {
        /** Fewer than 3 branches. */
        LOW,
        /** 3 to 7 branches. */
        MEDIUM,
        /** 8 branches and more. */
        HIGH;

        /** The word for it in metadata. */
        public String word() {
            return Characters.lower(name());
        }

        private static Level of(int branches) {
            if (branches < MEDIUM_FROM) {
                return LOW;
            }
            return branches < HIGH_FROM ? MEDIUM : HIGH;
        }
    }

    static Complexity of(Pattern pattern) {
        Optional<String> declared = declared(pattern.metadata().get("complexity"));
        String code = pattern.code();
        if (code.isEmpty()) {
            return new Complexity(declared, 0, Optional.empty());
        }
        int branches = BRANCH_WORDS.stream()
                .mapToInt(word -> Occurrences.of(word, code))
                .sum();
        return new Complexity(declared, branches, Optional.of(Level.of(branches)));
    }

    double score() {
        if (measured.isEmpty() || declared.isEmpty()) {
            return 0.4;
        }
        return Characters.lower(declared.get()).equals(measured.get().word()) ? 1.0 : 0.6;
    }

    private static Optional<String> declared(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        // A number or a truth value is a declaration too, of an unknown word.
        return Optional.of(value instanceof String word ? word : CanonicalJson.of(value));
    }
}
