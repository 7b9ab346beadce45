package dev.onerow.quality.persistence;

import static dev.onerow.quality.Measurements.ID;
import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.TUESDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.at;
import static dev.onerow.quality.Measurements.id;
import static dev.onerow.quality.Measurements.measured;
import static dev.onerow.quality.Measurements.stated;
import static dev.onerow.quality.Measurements.untimed;
import static dev.onerow.quality.Measurements.withDimensions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PatternScores.Removal;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.StoredScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RecordingScoresTest {
    private static final Condition FIRST_VERSION = new Condition(version -> Objects.equals(version, 1L), true);

    private final TestDatabase database;
    private final PatternScores scores;

    RecordingScoresTest(TestDatabase database) {
        this.database = database;
        this.scores = database.bean(PatternScores.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @Test
    void insertsThenChangesNothingThenUpdatesUnderTheSameId() {
        StoredScore inserted = record(stated(at(MONDAY, 0.5))).score();
        Recorded again = record(stated(at(MONDAY, 0.5)));
        Recorded newer = record(stated(at(TUESDAY, 0.7)));

        assertThat(again.outcome()).isEqualTo(Recorded.Outcome.UNCHANGED);
        assertThat(again.score()).isEqualTo(inserted);
        assertThat(newer.outcome()).isEqualTo(Recorded.Outcome.UPDATED);
        assertThat(newer.score().id()).isEqualTo(inserted.id());
        assertThat(newer.score().rowVersion()).isEqualTo(2);
        assertThat(newer.score().createdAt()).isEqualTo(inserted.createdAt());
        assertThat(scores.find(ID)).contains(newer.score());
    }

    @Test
    void defect1HasOneRowForOnePatternHoweverOftenItIsWritten() {
        for (int i = 0; i < 5; i++) {
            record(stated(at(MONDAY.plusSeconds(i), 0.5)));
        }

        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
    }

    @Test
    void defect1IsFoundBeforeThePortOpens() {
        database.sql("ALTER TABLE pattern_quality_metrics RENAME TO keyed");
        database.sql("CREATE TABLE pattern_quality_metrics AS SELECT * FROM keyed");
        try {
            SchemaProof.Result result = database.bean(SchemaProof.class).prove();

            assertThat(result.holds()).isFalse();
            assertThat(result.report()).contains("pattern_quality_metrics", "pattern_id");
        } finally {
            database.sql("DROP TABLE pattern_quality_metrics");
            database.sql("ALTER TABLE keyed RENAME TO pattern_quality_metrics");
        }
    }

    @Test
    void defect2HasTheKeyFromTheFirstMigrationSoNoDuplicateCanEverBeInTheWay() {
        record(stated(at(MONDAY, 0.5)));

        assertThatThrownBy(() -> insertAgain("quality_score")).hasStackTraceContaining("pattern_id");
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
    }

    @Test
    void trap10LetsNoNotANumberIntoTheTable() {
        record(stated(at(MONDAY, 0.5)));
        database.sql("UPDATE pattern_quality_metrics SET pattern_id = '" + id(9) + "'");

        insertAgain("0.5");
        database.sql("DELETE FROM pattern_quality_metrics WHERE pattern_id = '" + ID + "'");
        assertThatThrownBy(() -> insertAgain("'NaN'")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void defect3KeepsTheLatestMeasurementAndRemembersTheLateOne() {
        record(stated(at(TUESDAY, 0.7)));

        Recorded late = record(stated(at(MONDAY, 0.9)));

        assertThat(late.outcome()).isEqualTo(Recorded.Outcome.STALE);
        assertThat(late.score().measurement()).isEqualTo(at(TUESDAY, 0.7));
        assertThat(history()).containsExactly(at(TUESDAY, 0.7), at(MONDAY, 0.9));
    }

    @Test
    void defect4MovesTheTimeOfUpdateOnRealChangeOnly() {
        Instant written = record(stated(at(MONDAY, 0.5))).score().updatedAt();

        assertThat(record(stated(at(MONDAY, 0.5))).score().updatedAt()).isEqualTo(written);
        assertThat(record(stated(at(TUESDAY, 0.5))).score().updatedAt()).isAfter(written);
    }

    @Test
    void defect5KeepsOneRowOfHistoryForEachPatternAndTime() {
        record(stated(at(MONDAY, 0.5)));
        record(stated(at(TUESDAY, 0.6)));
        record(stated(at(MONDAY, 0.7)));
        record(stated(at(MONDAY, 0.6)));

        assertThat(history()).containsExactly(at(TUESDAY, 0.6), at(MONDAY, 0.7));
    }

    @Test
    void defect6KeepsDimensionsInColumns() {
        record(stated(withDimensions(MONDAY)));

        assertThat(database.value("SELECT documentation_score FROM pattern_quality_metrics"))
                .isEqualTo(0.25);
        assertThat(database.value("SELECT documentation_score FROM pattern_quality_history"))
                .isEqualTo(0.25);
        assertThat(scores.find(ID).orElseThrow().measurement()).isEqualTo(withDimensions(MONDAY));
    }

    @Test
    void defect12FoldsMeasurementsOfOnePatternInOneCall() {
        List<Recorded> recorded = scores.record(
                List.of(
                        stated(at(TUESDAY, 0.5)),
                        stated(measured(id(1), MONDAY, 0.3)),
                        stated(at(WEDNESDAY, 0.6)),
                        stated(at(MONDAY, 0.4))),
                Condition.none(),
                WEDNESDAY);

        assertThat(recorded)
                .extracting(Recorded::outcome)
                .containsExactly(
                        Recorded.Outcome.FOLDED,
                        Recorded.Outcome.INSERTED,
                        Recorded.Outcome.FOLDED,
                        Recorded.Outcome.INSERTED);
        assertThat(recorded.get(3).score().measurement()).isEqualTo(at(WEDNESDAY, 0.6));
        assertThat(recorded.get(3).score().rowVersion()).isEqualTo(1);
        assertThat(history()).containsExactly(at(WEDNESDAY, 0.6), at(TUESDAY, 0.5), at(MONDAY, 0.4));
    }

    @Test
    void writesNoHistoryOfWhatIsUnchanged() {
        record(untimed(at(MONDAY, 0.5)));
        record(untimed(at(TUESDAY, 0.5)));

        assertThat(history()).containsExactly(at(MONDAY, 0.5));
    }

    @Test
    void defect15CorrectsATimeInTheFutureWhenTheWriterHasSeenIt() {
        record(stated(at(WEDNESDAY, 0.6)));

        Recorded corrected = scores.record(List.of(stated(at(MONDAY, 0.5))), FIRST_VERSION, TUESDAY)
                .get(0);

        assertThat(corrected.outcome()).isEqualTo(Recorded.Outcome.UPDATED);
        assertThat(corrected.score().measurement()).isEqualTo(at(MONDAY, 0.5));
    }

    @Test
    void writesNothingWhenTheConditionFails() {
        record(stated(at(MONDAY, 0.6)));
        record(stated(at(TUESDAY, 0.6)));

        Recorded refused = scores.record(List.of(stated(at(WEDNESDAY, 0.5))), FIRST_VERSION, WEDNESDAY)
                .get(0);

        assertThat(refused.outcome()).isEqualTo(Recorded.Outcome.CONDITION_FAILED);
        assertThat(refused.score().rowVersion()).isEqualTo(2);
        assertThat(history()).hasSize(2);
    }

    @Test
    void rehearsesWithoutWriting() {
        record(stated(at(MONDAY, 0.6)));

        List<Recorded> rehearsed = scores.rehearse(
                List.of(stated(at(TUESDAY, 0.5)), stated(measured(id(1), MONDAY, 0.3)), stated(at(MONDAY, 0.1))),
                WEDNESDAY);

        assertThat(rehearsed)
                .extracting(Recorded::outcome)
                .containsExactly(Recorded.Outcome.FOLDED, Recorded.Outcome.INSERTED, Recorded.Outcome.UPDATED);
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
        assertThat(history()).hasSize(1);
    }

    @Test
    void defect10ScoresAPatternThatNoOtherTableKnows() {
        assertThat(record(stated(measured(id(77), MONDAY, 0.5))).outcome()).isEqualTo(Recorded.Outcome.INSERTED);
    }

    @Test
    void removesTheScoreWithItsHistoryAndNothingElse() {
        record(stated(at(MONDAY, 0.6)));
        record(stated(at(TUESDAY, 0.6)));
        record(stated(measured(id(1), MONDAY, 0.3)));

        assertThat(scores.remove(ID, FIRST_VERSION)).isEqualTo(Removal.CONDITION_FAILED);
        assertThat(scores.remove(ID, Condition.none())).isEqualTo(Removal.REMOVED);
        assertThat(scores.remove(ID, Condition.none())).isEqualTo(Removal.MISSING);
        assertThat(scores.find(ID)).isEmpty();
        assertThat(history()).isEmpty();
        assertThat(scores.find(id(1))).isPresent();
        assertThat(database.count("pattern_quality_history")).isEqualTo(1);
    }

    @Test
    void keepsOneRowAndTheLatestWhenManyWriteAtOnce() throws Exception {
        List<Callable<List<Recorded>>> writers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            int writer = i;
            writers.add(() -> scores.record(
                    IntStream.range(0, 20)
                            .map(n -> writer % 2 == 0 ? n : 19 - n)
                            .mapToObj(n -> stated(measured(id(n), MONDAY.plusSeconds(writer), writer / 10.0)))
                            .toList(),
                    Condition.none(),
                    WEDNESDAY));
        }

        runAll(writers);

        assertThat(database.count("pattern_quality_metrics")).isEqualTo(20);
        assertThat(database.count("pattern_quality_history")).isEqualTo(200);
        for (int n = 0; n < 20; n++) {
            assertThat(scores.find(id(n)).orElseThrow().measurement())
                    .isEqualTo(measured(id(n), MONDAY.plusSeconds(9), 0.9));
        }
    }

    private static void runAll(List<Callable<List<Recorded>>> writers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writers.size());
        try {
            for (Future<List<Recorded>> done : pool.invokeAll(writers)) {
                assertThat(done.get()).hasSize(20);
            }
        } finally {
            pool.shutdown();
        }
    }

    private Recorded record(Incoming incoming) {
        return scores.record(List.of(incoming), Condition.none(), WEDNESDAY).get(0);
    }

    /** From outside: a row like the stored one, of the pattern of these tests. */
    private void insertAgain(String score) {
        database.sql("""
                INSERT INTO pattern_quality_metrics (id, pattern_id, quality_score, confidence, measurement_timestamp,
                    row_version, created_at, updated_at)
                SELECT '00000000-0000-4000-8000-000000000000', '%s', %s, confidence, measurement_timestamp,
                    row_version, created_at, updated_at
                FROM pattern_quality_metrics
                """.formatted(ID, score));
    }

    private List<Measurement> history() {
        return scores.history(ID, WEDNESDAY, 100).stream()
                .map(StoredScore::measurement)
                .toList();
    }
}
