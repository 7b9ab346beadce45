package dev.onerow.quality.domain;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whatever the pattern: the scorer and the formulas agree to 1e-9. */
@Tag("laws")
class ScoringAgreesWithTheFormulasTest {
    private static final double TOLERANCE = 1e-9;

    /** Words of the formulas, parts of them, and characters at which languages differ. */
    private static final List<String> PIECES = List.of(
            "pass",
            "TODO",
            "todo",
            "NotImplemented",
            "Error",
            "raise NotImplementedError",
            ".",
            "..",
            "if ",
            "elif ",
            "for ",
            "while ",
            "except ",
            "except:",
            "async def ",
            "class ",
            "import ",
            "import\t",
            "\"\"\"",
            "''",
            "'",
            "#",
            "# ",
            "\n",
            "\n\n",
            "\r",
            "\r\n",
            "\u2028",
            "\u0085",
            ":",
            "->",
            "- >",
            " ",
            "\t",
            "\u00A0",
            "\u200B",
            "\u3000",
            "\u001C",
            "\u001F",
            "x",
            "_",
            "7",
            "\u00B2",
            "\u0663",
            "\u4E00",
            "\u0301",
            "\uD83D\uDE00",
            "\uD835\uDFD8",
            "\u0130",
            "I",
            "i",
            "Effect",
            "effect",
            "EFFECT",
            "Reducer",
            "reducer",
            "Compute",
            "Orchestrator",
            "async def execute_effect",
            "async def execute_reduction",
            "low",
            "medium",
            "High",
            "aaaaaaaaaaaaaaaaaaaa");

    @Test
    void toTheLastDigitThatCounts() {
        qt().withExamples(20_000)
                .forAll(
                        texts(40),
                        texts(8),
                        texts(3),
                        lists().of(integers().between(0, 5)).ofSize(5))
                .check((code, name, word, counts) -> {
                    Pattern pattern = pattern(code, name, word, counts);
                    Score score = Score.of(pattern);
                    Dimensions dimensions = score.dimensions();
                    List<Double> expected = PriorFormulas.dimensions(pattern);
                    return isClose(dimensions.completeness(), expected.get(0))
                            && isClose(dimensions.documentation(), expected.get(1))
                            && isClose(dimensions.onexCompliance(), expected.get(2))
                            && isClose(dimensions.metadataRichness(), expected.get(3))
                            && isClose(dimensions.complexity(), expected.get(4))
                            && isClose(score.composite(), composite(expected));
                });
    }

    private static Pattern pattern(String code, String name, String word, List<Integer> counts) {
        Map<String, Object> metadata = new HashMap<>();
        for (int i = 0; i < counts.get(0); i++) {
            metadata.put("key" + i, i);
        }
        if (counts.get(1) > 1) {
            metadata.put("complexity", counts.get(1) > 4 ? 7 : word);
        }
        return Patterns.of(
                "pattern_name",
                name,
                "code",
                code,
                "text",
                name.repeat(counts.get(2)),
                "node_type",
                counts.get(2) % 2 == 0 ? word : "effect",
                "metadata",
                metadata,
                "use_cases",
                Collections.nCopies(counts.get(3), "u"),
                "examples",
                Collections.nCopies(counts.get(4), "e"));
    }

    private static Gen<String> texts(int mostPieces) {
        return lists().of(integers().between(0, PIECES.size() - 1))
                .ofSizeBetween(0, mostPieces)
                .map(choices -> choices.stream().map(PIECES::get).collect(Collectors.joining()));
    }

    private static double composite(List<Double> dimensions) {
        return 0.30 * dimensions.get(0)
                + 0.25 * dimensions.get(1)
                + 0.20 * dimensions.get(2)
                + 0.15 * dimensions.get(3)
                + 0.10 * dimensions.get(4);
    }

    private static boolean isClose(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE;
    }
}
