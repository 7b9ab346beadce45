package dev.onerow.quality.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns for tests. */
final class Patterns {
    private Patterns() {}

    /** A pattern read from these keys and values, in turn. */
    static Pattern of(@Nullable Object... keysAndValues) {
        return read(keysAndValues).answer(pattern -> pattern, flaws -> {
            throw new AssertionError("Not scorable: " + flaws);
        });
    }

    static List<Flaw> flawsOf(@Nullable Object... keysAndValues) {
        return read(keysAndValues).answer(pattern -> List.of(), flaws -> flaws);
    }

    static Pattern withCode(String code) {
        return of("code", code);
    }

    private static PatternReading read(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> json = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return PatternReading.of(json);
    }
}
