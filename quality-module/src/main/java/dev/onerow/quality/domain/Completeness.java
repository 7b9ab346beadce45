package dev.onerow.quality.domain;

import java.util.List;

/**
 * How complete the code is: the facts, and the score they make.
 *
 * @param codePresent whether there is code at all
 * @param stubWords words of unfinished code that it contains, as substrings: {@code password} contains {@code pass}
 * @param logicWords words of control flow that it contains
 * @param imports whether it imports something
 * @param lines its pieces when split at line feeds, an empty last one included; 0 without code
 */
public record Completeness(
        boolean codePresent, List<String> stubWords, List<String> logicWords, boolean imports, int lines) {
    private static final List<String> STUB_WORDS =
            List.of("pass", "TODO", "NotImplemented", "...", "raise NotImplementedError");
    private static final List<String> LOGIC_WORDS = List.of("if ", "for ", "while ", "async def ", "class ");

    /** Copies the lists. */
    public Completeness {
        stubWords = List.copyOf(stubWords);
        logicWords = List.copyOf(logicWords);
    }

    static Completeness of(Pattern pattern) {
        String code = pattern.code();
        if (code.isEmpty()) {
            return new Completeness(false, List.of(), List.of(), false, 0);
        }
        return new Completeness(
                true,
                STUB_WORDS.stream().filter(code::contains).toList(),
                LOGIC_WORDS.stream().filter(code::contains).toList(),
                code.contains("import "),
                Occurrences.of("\n", code) + 1);
    }

    double score() {
        if (!codePresent) {
            return 0.0;
        }
        // Step by step and in this order: another order leaves other rounding dust.
        double score = 1.0;
        for (int i = 0; i < stubWords.size(); i++) {
            score -= 0.2;
        }
        if (!logicWords.isEmpty()) {
            score += 0.1;
        }
        if (imports) {
            score += 0.05;
        }
        score += Math.min(0.15, lines / 100.0);
        return Shares.clamped(score);
    }
}
