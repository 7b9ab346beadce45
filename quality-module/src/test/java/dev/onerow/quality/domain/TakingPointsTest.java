package dev.onerow.quality.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.quality.domain.Intake.Taken;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TakingPointsTest {

    @Test
    void scoresAPointUnderTheNameThatStandsForNone() {
        var taken = intake(OptionalLong.empty(), 0).take(point("1", Map.of()));

        assertThat(taken).isInstanceOf(Taken.Candidate.class);
        assertThat(((Taken.Candidate) taken).pattern().name()).isEqualTo("unnamed_pattern");
    }

    @Test
    void skipsWhatIsBelowTheConfidenceAndCountsItNotTowardsTheLimit() {
        Intake intake = intake(OptionalLong.of(1), 0.5);

        var taken = intake.take(point("1", Map.of("confidence", 0.4)));

        assertThat(taken).isEqualTo(new Taken.Skipped(new BackfillProblem("1", "c", "below-min-confidence")));
        assertThat(intake.isFull()).isFalse();
        intake.take(point("1", Map.of("confidence", 0.5)));
        assertThat(intake.isFull()).isTrue();
    }

    @Test
    void defect8CountsABadPatternAsOneFailure() {
        var taken = intake(OptionalLong.empty(), 0).take(point("1", Map.of("metadata", "x")));

        assertThat(taken)
                .isEqualTo(new Taken.Failed(
                        new BackfillProblem("1", "c", "not-scorable: /metadata: An object is wanted here.")));
    }

    @Test
    void skipsAnIdThatItTookBefore() {
        Intake intake = intake(OptionalLong.empty(), 0);
        intake.replay(point("1", Map.of()));

        assertThat(intake.take(point("1", Map.of())))
                .isEqualTo(new Taken.Skipped(new BackfillProblem("1", "c", "same-id-again")));
        assertThat(intake.take(point("2", Map.of()))).isInstanceOf(Taken.Candidate.class);
        assertThat(intake.take(point("2", Map.of()))).isInstanceOf(Taken.Skipped.class);
    }

    @Test
    void failsWhatNobodyCanName() {
        var point = new Point("line 3", "c", null, PatternReading.of(Map.of("code", "x")));

        assertThat(intake(OptionalLong.empty(), 0).take(point)).isInstanceOf(Taken.Failed.class);
    }

    @Test
    void takesNothingWhenNothingIsWanted() {
        assertThat(intake(OptionalLong.of(0), 0).isFull()).isTrue();
    }

    @Test
    void ordersTheFourCollectionsAsAll() {
        assertThat(order(List.of("all"), OptionalLong.empty(), 0).collections())
                .containsExactly("archon_vectors", "quality_vectors", "code_patterns", "execution_patterns");
        assertThat(order(List.of("b", "a", "b"), OptionalLong.empty(), 0).collections())
                .containsExactly("b", "a");
    }

    @Test
    void namesWhatIsWrongWithAnOrder() {
        assertThat(BackfillOrder.flaws(List.of("all", "a b", ""), OptionalLong.of(-1), Double.NaN, 1001))
                .extracting(Flaw::pointer)
                .containsExactly(
                        "/collections/0",
                        "/collections/1",
                        "/collections/2",
                        "/limit",
                        "/min_confidence",
                        "/batch_size");
        assertThat(BackfillOrder.flaws(List.of(), OptionalLong.of(0), 1, 1))
                .extracting(Flaw::pointer)
                .containsExactly("/collections");
        assertThatThrownBy(() -> order(List.of("a"), OptionalLong.of(-1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsUp() {
        var counts = new BackfillCounts(1, 2, 3, 4).plus(new BackfillCounts(10, 0, 0, 0));

        assertThat(counts).isEqualTo(new BackfillCounts(11, 2, 3, 4));
        assertThat(counts.seen()).isEqualTo(20);
        assertThat(counts.successRate()).isEqualTo(0.8);
        assertThat(BackfillCounts.NONE.successRate()).isEqualTo(1.0);
    }

    @Test
    void averagesWhatItScored() {
        Score empty = Score.of(Patterns.of());

        ScoreTotals totals = ScoreTotals.NONE.plus(empty).plus(empty);

        assertThat(totals.share(Tier.POOR)).isEqualTo(1.0);
    }

    private static Intake intake(OptionalLong limit, double minConfidence) {
        return new Intake(order(List.of("c"), limit, minConfidence), 0);
    }

    private static BackfillOrder order(List<String> collections, OptionalLong limit, double minConfidence) {
        return new BackfillOrder(BackfillSource.QDRANT, collections, limit, minConfidence, 100, false);
    }

    private static Point point(String id, Map<String, Object> payload) {
        return new Point(id, "c", PatternId.ofPoint("c", id), PatternReading.of(payload));
    }
}
