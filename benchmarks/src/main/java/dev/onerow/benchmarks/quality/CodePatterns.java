package dev.onerow.benchmarks.quality;

import dev.onerow.quality.domain.CanonicalJson;
import dev.onerow.quality.domain.Pattern;
import dev.onerow.quality.domain.PatternReading;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Patterns of about 2 KB, each made of its number alone. */
final class CodePatterns {
    private static final int DIFFERENT = 1_000;
    private static final int BLOCKS = 16;

    private CodePatterns() {}

    static Pattern pattern(int number) {
        return PatternReading.of(payload(number)).answer(pattern -> pattern, flaws -> {
            throw new IllegalStateException("Not scorable: " + flaws);
        });
    }

    /** As many of them, in memory. */
    static List<Pattern> patterns(int count) {
        return IntStream.range(0, count).mapToObj(CodePatterns::pattern).toList();
    }

    /** Points of a file, one a line; their ids start with the round, so that no two rounds have the same. */
    static Path file(int round, int count) {
        List<String> payloads = IntStream.range(0, Math.min(count, DIFFERENT))
                .mapToObj(number -> CanonicalJson.of(payload(number)))
                .toList();
        try {
            Path file = Files.createTempFile("onerow-points-", ".ndjson");
            file.toFile().deleteOnExit();
            try (BufferedWriter lines = Files.newBufferedWriter(file)) {
                for (int i = 0; i < count; i++) {
                    lines.write("{\"id\":" + id(round, i) + ",\"payload\":" + payloads.get(i % DIFFERENT) + "}\n");
                }
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static long id(int round, int number) {
        return round * 10_000_000L + number;
    }

    private static Map<String, Object> payload(int number) {
        StringBuilder code = new StringBuilder("import os\n\n\nclass Writer" + number + "Effect:\n");
        for (int block = 0; block < BLOCKS; block++) {
            code.append("    def step_" + block + "(self, path: str, size: int) -> int:\n")
                    .append("        # step " + block + " of pattern " + number + "\n")
                    .append("        if size > " + (number % 97) + ":\n            return size\n");
        }
        return Map.of(
                "pattern_name",
                "Writer" + number + "Effect",
                "code",
                code.toString(),
                "text",
                "Writes step by step what it is given, and tells how much it was.",
                "node_type",
                "effect",
                "use_cases",
                List.of("configuration", "reports"),
                "examples",
                List.of("Writer" + number + "Effect().step_0('a', 1)"),
                "metadata",
                Map.of("complexity", "high", "author", "somebody", "year", 2026, "number", number),
                "confidence",
                0.8);
    }
}
