package dev.onerow.quality.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well a pattern keeps to the conventions of ONEX nodes: the facts, and the score they make.
 *
 * @param nodeType the declared type of node in lower case, "" when none is
 * @param nameWords types of node that the name contains; looked for only when no type is declared
 * @param typeInName whether the name contains the declared type, whatever the case
 * @param signature the signature that belongs to the declared type, or empty when it has none
 * @param signatureInCode whether the code contains it
 */
public record OnexCompliance(
        String nodeType,
        List<String> nameWords,
        boolean typeInName,
        Optional<String> signature,
        boolean signatureInCode) {
    private static final List<String> NAME_WORDS = List.of("Effect", "Compute", "Reducer", "Orchestrator");
    private static final Map<String, String> SIGNATURES = Map.of(
            "effect", "async def execute_effect",
            "compute", "async def execute_compute",
            "reducer", "async def execute_reduction",
            "orchestrator", "async def execute_orchestration");

    /** Copies the list. */
    public OnexCompliance {
        nameWords = List.copyOf(nameWords);
    }

    static OnexCompliance of(Pattern pattern) {
        if (pattern.nodeType().isEmpty()) {
            List<String> found =
                    NAME_WORDS.stream().filter(pattern.name()::contains).toList();
            return new OnexCompliance("", found, false, Optional.empty(), false);
        }
        String type = Characters.lower(pattern.nodeType());
        Optional<String> signature = Optional.ofNullable(SIGNATURES.get(type));
        return new OnexCompliance(
                type,
                List.of(),
                Characters.lower(pattern.name()).contains(type),
                signature,
                signature.filter(pattern.code()::contains).isPresent());
    }

    double score() {
        if (nodeType.isEmpty()) {
            return nameWords.isEmpty() ? 0.3 : 0.5;
        }
        double score = 0.7;
        if (typeInName) {
            score += 0.15;
        }
        if (signatureInCode) {
            score += 0.15;
        }
        return Shares.clamped(score);
    }
}
