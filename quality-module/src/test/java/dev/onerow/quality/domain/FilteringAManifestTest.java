package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilteringAManifestTest {
    private static final PatternReading GOOD = PatternReading.of(
            Map.of("name", "SumReducer", "content", "import x\n# sums", "node_types", List.of("reducer")));
    private static final PatternReading EMPTY = PatternReading.of(Map.of());
    private static final PatternReading BROKEN = PatternReading.of(Map.of("metadata", 7));

    @Test
    void keepsWhatReachesTheThresholdAndWhatCannotBeScored() {
        var verdicts = new ManifestFilter(0.5)
                .judge(Stream.of(EMPTY, GOOD, BROKEN, EMPTY)
                        .map(FilteringAManifestTest::entry)
                        .toList());

        assertThat(verdicts).extracting(ManifestFilter.Verdict::isKept).containsExactly(false, true, true, false);
        assertThat(verdicts).extracting(ManifestFilter.Verdict::index).containsExactly(0, 1, 2, 3);
        assertThat(verdicts.get(2).score()).isEmpty();
        assertThat(verdicts.get(2).flaws()).extracting(Flaw::pointer).containsExactly("/metadata");
    }

    @Test
    void forgivesRoundingDust() {
        // 0.30 * 0 + 0.25 * 0 + 0.20 * 0.3 + 0.15 * 0 + 0.10 * 0.4 is a little more or less than 0.1.
        assertThat(new ManifestFilter(0.1).judge(List.of(entry(EMPTY))).get(0).isKept())
                .isTrue();
        assertThat(new ManifestFilter(0.1001)
                        .judge(List.of(entry(EMPTY)))
                        .get(0)
                        .isKept())
                .isFalse();
    }

    @Test
    void recordsUnderTheIdElseUnderTheName() {
        var id = PatternId.ofName("anything");
        var verdicts = new ManifestFilter(0.5)
                .judge(List.of(new ManifestEntry(Optional.of(id), GOOD), entry(GOOD), entry(EMPTY), entry(BROKEN)));

        assertThat(verdicts)
                .extracting(ManifestFilter.Verdict::patternId)
                .containsExactly(
                        Optional.of(id),
                        Optional.of(PatternId.ofName("SumReducer")),
                        Optional.empty(),
                        Optional.empty());
    }

    private static ManifestEntry entry(PatternReading reading) {
        return new ManifestEntry(Optional.empty(), reading);
    }

    @Test
    void refusesAThresholdThatIsNoShare() {
        assertThatThrownBy(() -> new ManifestFilter(1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ManifestFilter(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
