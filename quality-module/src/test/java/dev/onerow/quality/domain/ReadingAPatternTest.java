package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAPatternTest {

    @Test
    void defect8TakesExplicitNullForMissing() {
        Pattern nulls = Patterns.of(
                "pattern_name",
                null,
                "code",
                null,
                "text",
                null,
                "metadata",
                null,
                "node_type",
                null,
                "use_cases",
                null,
                "examples",
                null,
                "confidence",
                null);

        assertThat(nulls).isEqualTo(Patterns.of());
        assertThat(nulls.inputHash()).isEqualTo(Patterns.of().inputHash());
    }

    @Test
    void trap9TakesMissingNullAndEmptyForTheSame() {
        Pattern empty = Patterns.of(
                "pattern_name", "",
                "code", "",
                "text", "",
                "metadata", Map.of(),
                "node_type", "",
                "use_cases", List.of(),
                "examples", "",
                "confidence", 0);

        assertThat(empty).isEqualTo(Patterns.of());
        assertThat(empty.inputHash()).isEqualTo(Patterns.of().inputHash());
    }

    @Test
    void trap11HashesNumbersAndKeysInOneFormWhateverTheirOrder() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", new BigDecimal("1.0"));
        one.put("a", 1_000);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", new BigDecimal("1e3"));
        other.put("b", 1L);

        assertThat(Patterns.of("metadata", one).inputHash())
                .isEqualTo(Patterns.of("metadata", other).inputHash());
    }

    @Test
    void defect7ReadsTheKeysOfManifestsToo() {
        Pattern pattern = Patterns.of(
                "name",
                "Writer",
                "description",
                "writes",
                "content",
                "x = 1",
                "node_types",
                List.of("effect", "compute"),
                "example_usage",
                List.of("a"),
                "pattern_confidence",
                0.8);

        assertThat(pattern)
                .isEqualTo(Patterns.of(
                        "pattern_name", "Writer",
                        "text", "writes",
                        "code", "x = 1",
                        "node_type", "effect",
                        "examples", List.of("a"),
                        "confidence", 0.8));
    }

    @Test
    void prefersCanonicalKeysThatAreFilled() {
        Pattern pattern =
                Patterns.of("pattern_name", "A", "name", "B", "code", "", "content", "", "content_preview", "c");

        assertThat(pattern.name()).isEqualTo("A");
        assertThat(pattern.code()).isEqualTo("c");
    }

    @Test
    void takesALoneTextForAListOfOne() {
        assertThat(Patterns.of("use_cases", "one", "example_usage", "two"))
                .isEqualTo(Patterns.of("use_cases", List.of("one"), "examples", List.of("two")));
    }

    @Test
    void usesTheOtherConfidenceWhenThisOneIsZero() {
        assertThat(Patterns.of("confidence", 0.0, "pattern_confidence", 0.4).confidence())
                .isEqualTo(new BigDecimal("0.4"));
        assertThat(Patterns.of("confidence", 0.1, "pattern_confidence", 0.4).confidence())
                .isEqualByComparingTo("0.1");
    }

    @Test
    void namesEveryFlawByItsPointer() {
        List<Flaw> flaws = Patterns.flawsOf(
                "name",
                7,
                "code",
                List.of("x"),
                "metadata",
                "none",
                "node_types",
                "effect",
                "examples",
                3,
                "confidence",
                true);

        assertThat(flaws)
                .extracting(Flaw::pointer)
                .containsExactlyInAnyOrder("/name", "/code", "/metadata", "/node_types", "/examples", "/confidence");
        assertThat(flaws).extracting(Flaw::code).containsOnly("wrong-type");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.000001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAConfidenceThatIsNoShare(double confidence) {
        assertThat(Patterns.flawsOf("confidence", confidence))
                .containsExactly(Flaw.outOfRange("/confidence", "A number of 0 to 1 is wanted here."));
    }

    @Test
    void refusesAComplexityThatIsNoWord() {
        assertThat(Patterns.flawsOf("code", "x", "metadata", Map.of("complexity", List.of())))
                .extracting(Flaw::pointer)
                .containsExactly("/metadata/complexity");
        assertThat(Patterns.flawsOf("code", "", "metadata", Map.of("complexity", List.of())))
                .isEmpty();
    }

    @Test
    void refusesNumbersThatWouldFillTheMemoryWhenWrittenOut() {
        assertThat(Patterns.flawsOf("metadata", Map.of("a/b", List.of(1, new BigDecimal("1e999999999")))))
                .extracting(Flaw::pointer)
                .containsExactly("/metadata/a~1b/1");
    }

    @Test
    void hashesTheEightCanonicalKeysOnly() {
        String hash = Patterns.of("pattern_name", "Writer", "unknown", 1, "pattern_id", "x")
                .inputHash();

        assertThat(hash).isEqualTo(Patterns.of("name", "Writer").inputHash());
    }

    @Test
    void hashesAsAnyOtherImplementationWould() {
        Pattern pattern = Patterns.of(
                "pattern_name", "Writer",
                "code", "def f(): return 1",
                "text", "Gr\u00FC\u00DFe",
                "metadata", Map.of("b", 1, "a", Arrays.asList(1.5, null, true)),
                "node_type", "effect",
                "use_cases", List.of("x"),
                "confidence", new BigDecimal("0.90"));

        assertThat(pattern.inputHash()).isEqualTo("844ed0fac7c3c5a25361a93650932c849d0a245659728d1781cee92841b67930");
    }
}
