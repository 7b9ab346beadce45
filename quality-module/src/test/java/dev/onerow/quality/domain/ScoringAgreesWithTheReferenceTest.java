package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The fixture was made by a straightforward Python program that follows the definition word by word, with Python's
 * own split, len, lower and re: random patterns, each with its five dimensions, composite and confidence.
 */
class ScoringAgreesWithTheReferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void givesEveryPatternTheNumbersOfTheReference() throws IOException {
        List<Case> cases = cases();

        assertThat(cases).hasSize(400).allSatisfy(it -> {
            Score score = score(it.pattern());
            List<Double> numbers = List.of(
                    score.dimensions().completeness(),
                    score.dimensions().documentation(),
                    score.dimensions().onexCompliance(),
                    score.dimensions().metadataRichness(),
                    score.dimensions().complexity(),
                    score.composite(),
                    score.confidence());
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i))
                        .as("number %d", i)
                        .isCloseTo(it.expected().get(i), within(1e-9));
            }
        });
    }

    private static Score score(Map<String, Object> pattern) {
        return PatternReading.of(pattern).answer(Score::of, flaws -> {
            throw new AssertionError("Not scorable: " + flaws);
        });
    }

    private static List<Case> cases() throws IOException {
        var resource = Objects.requireNonNull(
                ScoringAgreesWithTheReferenceTest.class.getResourceAsStream("/reference-scores.ndjson"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().map(ScoringAgreesWithTheReferenceTest::read).toList();
        }
    }

    private static Case read(String line) {
        try {
            return JSON.readValue(line, Case.class);
        } catch (IOException e) {
            throw new AssertionError("The fixture has a line that is no JSON", e);
        }
    }

    private record Case(Map<String, Object> pattern, List<Double> expected) {}
}
