package dev.onerow.quality.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The formulas as they are told, one line after the other, with a library call wherever one does: slow, plain, and
 * independent of the scorer, which is held to them.
 */
final class PriorFormulas {
    private static final Pattern TYPE_HINT =
            Pattern.compile("(?::|->)[\\t-\\r\\x1c-\\x20\\x85\\p{Z}]*+[\\p{L}\\p{N}_]");
    private static final Map<String, String> SIGNATURES = Map.of(
            "effect", "async def execute_effect",
            "compute", "async def execute_compute",
            "reducer", "async def execute_reduction",
            "orchestrator", "async def execute_orchestration");

    private PriorFormulas() {}

    /** The five dimensions in the order of their weights. */
    static List<Double> dimensions(dev.onerow.quality.domain.Pattern pattern) {
        return List.of(
                completeness(pattern.code()),
                documentation(pattern.code(), pattern.text()),
                compliance(pattern.name(), pattern.code(), pattern.nodeType()),
                richness(pattern),
                complexity(pattern.code(), pattern.metadata().get("complexity")));
    }

    private static double completeness(String code) {
        if (code.isEmpty()) {
            return 0.0;
        }
        double score = 1.0;
        for (String stub : List.of("pass", "TODO", "NotImplemented", "...", "raise NotImplementedError")) {
            score = code.contains(stub) ? score - 0.2 : score;
        }
        if (List.of("if ", "for ", "while ", "async def ", "class ").stream().anyMatch(code::contains)) {
            score += 0.1;
        }
        if (code.contains("import ")) {
            score += 0.05;
        }
        score += Math.min(0.15, code.split("\n", -1).length / 100.0);
        return Math.max(0.0, Math.min(1.0, score));
    }

    private static double documentation(String code, String text) {
        double score = 0.0;
        if (code.contains("\"\"\"") || code.contains("'''")) {
            score += 0.4;
        }
        long comments = List.of(code.split("\n", -1)).stream()
                .filter(line -> line.contains("#"))
                .count();
        score += Math.min(0.2, comments / 20.0);
        if (TYPE_HINT.matcher(code).find()) {
            score += 0.2;
        }
        if (text.codePoints().count() > 100) {
            score += 0.2;
        }
        return Math.min(1.0, score);
    }

    private static double compliance(String name, String code, String nodeType) {
        if (nodeType.isEmpty()) {
            boolean isNamed = List.of("Effect", "Compute", "Reducer", "Orchestrator").stream()
                    .anyMatch(name::contains);
            return isNamed ? 0.5 : 0.3;
        }
        String type = nodeType.toLowerCase(Locale.ROOT);
        double score = 0.7;
        if (name.toLowerCase(Locale.ROOT).contains(type)) {
            score += 0.15;
        }
        String signature = SIGNATURES.get(type);
        if (signature != null && code.contains(signature)) {
            score += 0.15;
        }
        return Math.min(1.0, score);
    }

    private static double richness(dev.onerow.quality.domain.Pattern pattern) {
        double score = Math.min(0.4, pattern.useCases().size() / 3.0 * 0.4);
        score += Math.min(0.3, pattern.examples().size() / 2.0 * 0.3);
        return Math.min(1.0, pattern.metadata().size() > 3 ? score + 0.3 : score);
    }

    private static double complexity(String code, @Nullable Object declared) {
        if (code.isEmpty() || declared == null || declared.equals("")) {
            return 0.4;
        }
        int branches = 0;
        for (String word : List.of("if ", "for ", "while ", "except ")) {
            branches += code.split(Pattern.quote(word), -1).length - 1;
        }
        String measured = branches < 3 ? "low" : branches < 8 ? "medium" : "high";
        return Objects.toString(declared).toLowerCase(Locale.ROOT).equals(measured) ? 1.0 : 0.6;
    }
}
