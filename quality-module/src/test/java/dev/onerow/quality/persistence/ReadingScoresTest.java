package dev.onerow.quality.persistence;

import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.id;
import static dev.onerow.quality.Measurements.measured;
import static dev.onerow.quality.Measurements.stated;
import static dev.onerow.quality.Measurements.withDimensions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.domain.AfterTime;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Distribution;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PatternScores.AfterScore;
import dev.onerow.quality.domain.ScoreFilter;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.quality.domain.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ReadingScoresTest {
    private static final ScoreFilter ALL = filter(0, 1, 0, null, null);

    private final TestDatabase database;
    private final PatternScores scores;

    ReadingScoresTest(TestDatabase database) {
        this.database = database;
        this.scores = database.bean(PatternScores.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM pattern_quality_metrics");
    }

    @Test
    void listsTheBestFirstThenByPattern() {
        store(measured(id(2), MONDAY, 0.5), measured(id(1), MONDAY, 0.5), measured(id(3), MONDAY, 0.9));

        assertThat(scores.best(ALL, AfterScore.NOTHING, 10))
                .extracting(ReadingScoresTest::pattern)
                .containsExactly(id(3), id(1), id(2));
    }

    @Test
    void pagesThroughTiesWithoutGaps() {
        for (int i = 0; i < 23; i++) {
            store(measured(id(i), MONDAY.plusSeconds(i % 4), (i % 3) / 2.0));
        }

        List<StoredScore> best = new ArrayList<>();
        for (AfterScore after = AfterScore.NOTHING; best.size() < 23; ) {
            best.addAll(scores.best(ALL, after, 5));
            StoredScore last = best.get(best.size() - 1);
            after = new AfterScore(
                    last.measurement().qualityScore(), pattern(last).value());
        }
        List<StoredScore> latest = new ArrayList<>();
        for (AfterTime after = AfterTime.NOTHING; latest.size() < 23; ) {
            latest.addAll(scores.latest(ALL, after, 5));
            StoredScore last = latest.get(latest.size() - 1);
            after = new AfterTime(last.measurement().measuredAt(), pattern(last).value());
        }

        assertThat(best).isEqualTo(scores.best(ALL, AfterScore.NOTHING, 100)).doesNotHaveDuplicates();
        assertThat(latest).isEqualTo(scores.latest(ALL, AfterTime.NOTHING, 100)).doesNotHaveDuplicates();
    }

    @Test
    void showsEvenTheFirstPatternOfTheLastMoment() {
        Instant lastMoment = Instant.parse("9999-12-31T23:59:59.999999Z");
        store(measured(new PatternId(new UUID(0, 0)), lastMoment, 0.5), measured(id(1), MONDAY, 0.5));

        List<StoredScore> first = scores.latest(ALL, AfterTime.NOTHING, 1);
        List<StoredScore> second = scores.latest(ALL, new AfterTime(lastMoment, new UUID(0, 0)), 1);

        assertThat(first).extracting(ReadingScoresTest::pattern).containsExactly(new PatternId(new UUID(0, 0)));
        assertThat(second).extracting(ReadingScoresTest::pattern).containsExactly(id(1));
    }

    @Test
    void combinesFilters() {
        store(
                measured(id(1), MONDAY, 0.2),
                measured(id(2), MONDAY, 0.5),
                measured(id(3), MONDAY, 0.7 - 1e-12),
                measured(id(4), MONDAY, 0.9 - 1e-12, "2.0.0", null),
                measured(id(5), MONDAY, 1.0));

        assertThat(best(filter(0.5, 0.7, 0, null, null))).containsExactly(3, 2);
        assertThat(best(filter(0, 1, 0, Tier.EXCELLENT, null))).containsExactly(5, 4);
        assertThat(best(filter(0, 1, 0, Tier.GOOD, null))).containsExactly(3);
        assertThat(best(filter(0, 1, 0, Tier.POOR, null))).containsExactly(1);
        assertThat(best(filter(0, 1, 0, null, "2.0.0"))).containsExactly(4);
        assertThat(best(filter(0, 1, 0.6, null, null))).isEmpty();
        assertThat(best(filter(0.95, 1, 0.5, Tier.EXCELLENT, "1.0.0"))).containsExactly(5);
        assertThat(scores.latest(filter(0, 1, 0, Tier.GOOD, null), AfterTime.NOTHING, 9))
                .hasSize(1);
    }

    @Test
    void spreadsScoresOverBucketsTiersAndDimensions() {
        store(
                measured(id(1), MONDAY, 0.0),
                measured(id(2), MONDAY, 0.3),
                measured(id(3), MONDAY, 0.9 - 1e-12),
                measured(id(4), MONDAY, 1.0),
                withDimensions(MONDAY));

        Distribution distribution = scores.distribution(10);

        assertThat(distribution.buckets())
                .extracting(Distribution.Bucket::count)
                .containsExactly(1L, 0L, 0L, 1L, 0L, 1L, 0L, 0L, 0L, 2L);
        assertThat(distribution.buckets().get(3)).isEqualTo(new Distribution.Bucket(0.3, 0.4, 1));
        assertThat(distribution.tiers())
                .containsEntry(Tier.EXCELLENT, 2L)
                .containsEntry(Tier.GOOD, 0L)
                .containsEntry(Tier.FAIR, 1L)
                .containsEntry(Tier.POOR, 2L);
        assertThat(distribution.averages())
                .containsEntry("documentation", new Distribution.Average(0.25, 1))
                .containsEntry("complexity", new Distribution.Average(null, 0));
    }

    @Test
    void putsEachHundredthIntoItsOwnBucket() {
        for (int i = 0; i <= 100; i++) {
            store(measured(id(i), MONDAY, i / 100.0));
        }

        assertThat(scores.distribution(100).buckets())
                .extracting(Distribution.Bucket::count)
                .startsWith(1L, 1L)
                .endsWith(1L, 2L)
                .doesNotContain(0L);
    }

    @Test
    void countsNothingInAnEmptyTable() {
        Distribution distribution = scores.distribution(1);

        assertThat(distribution.buckets()).containsExactly(new Distribution.Bucket(0, 1, 0));
        assertThat(distribution.averages()).hasSize(5).containsValue(new Distribution.Average(null, 0));
    }

    private List<Integer> best(ScoreFilter filter) {
        return scores.best(filter, AfterScore.NOTHING, 100).stream()
                .map(score -> (int) (pattern(score).value().getLeastSignificantBits() & 0xFF))
                .toList();
    }

    private static PatternId pattern(StoredScore score) {
        return score.measurement().patternId();
    }

    private static ScoreFilter filter(
            double min, double max, double confidence, @Nullable Tier tier, @Nullable String version) {
        return new ScoreFilter(min, max, confidence, Optional.ofNullable(tier), Optional.ofNullable(version));
    }

    private void store(Measurement... measurements) {
        List<Measurement> all = List.of(measurements);
        scores.record(all.stream().map(measurement -> stated(measurement)).toList(), Condition.none(), WEDNESDAY);
    }
}
