package dev.onerow.quality.persistence;

import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.id;
import static dev.onerow.quality.Measurements.measured;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Entrance;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.PatternScores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("laws")
@OnBothDatabases
class OrderOfArrivalInTheStoreTest {
    private static final List<Entrance> ENTRANCES = List.of(Entrance.values());

    /** What both tables say after the log, on either database; any order and any chunks must give the same. */
    private static List<String> expectedScores = List.of();

    private static List<String> expectedHistory = List.of();

    private final TestDatabase database;
    private final PatternScores scores;

    OrderOfArrivalInTheStoreTest(TestDatabase database) {
        this.database = database;
        this.scores = database.bean(PatternScores.class);
    }

    @Test
    void leavesNoTraceInEitherTableOfEitherDatabase() {
        Random random = new Random(20261120);
        List<Incoming> log = log(random);
        for (int permutation = 0; permutation < 12; permutation++) {
            database.sql("DELETE FROM pattern_quality_metrics");
            database.sql("DELETE FROM pattern_quality_history");

            writeInChunks(log, random);

            if (expectedScores.isEmpty()) {
                expectedScores = database.state("pattern_quality_metrics");
                expectedHistory = database.state("pattern_quality_history");
            }
            assertThat(database.state("pattern_quality_metrics")).isEqualTo(expectedScores);
            assertThat(database.state("pattern_quality_history")).isEqualTo(expectedHistory);
            Collections.shuffle(log, random);
        }
        assertThat(expectedScores).hasSize(12);
        assertThat(expectedHistory).hasSizeGreaterThan(40);
    }

    private void writeInChunks(List<Incoming> log, Random random) {
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(60));
            scores.record(log.subList(from, to), Condition.none(), WEDNESDAY);
            from = to;
        }
    }

    /** Through every entrance. Few patterns, times and values, so that ties, stale and equal ones are frequent. */
    private static List<Incoming> log(Random random) {
        List<Incoming> log = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Entrance entrance = ENTRANCES.get(random.nextInt(ENTRANCES.size()));
            Instant time = MONDAY.plusSeconds(random.nextInt(5));
            double score = random.nextInt(4) / 4.0;
            String version = random.nextBoolean() ? "1.9.0" : "1.10.0";
            // Scored again at another time the same input would be unchanged: a hash belongs to one time here.
            String hash = entrance == Entrance.STATED
                    ? null
                    : String.format("%064x", Objects.hash(time, score, version, entrance.name()) & 0xFFFFFFFFL);
            log.add(new Incoming(measured(id(random.nextInt(12)), time, score, version, hash), entrance, true));
        }
        return log;
    }
}
