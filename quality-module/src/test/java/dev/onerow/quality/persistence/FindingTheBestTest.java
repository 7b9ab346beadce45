package dev.onerow.quality.persistence;

import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.id;
import static dev.onerow.quality.Measurements.measured;
import static dev.onerow.quality.Measurements.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.PatternScores;
import io.micronaut.data.annotation.Query;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of a list is read off its index, however many scores there are: the plan of the very query says so. */
@OnBothDatabases
class FindingTheBestTest {
    private static final int SCORES = 20_000;

    private final TestDatabase database;

    FindingTheBestTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void readsAPageOffTheIndexOfItsOrder() {
        fill();

        assertThat(planOf("best", "0.7", "'" + id(3) + "'"))
                .contains("ix_pattern_quality_metrics_best")
                .doesNotContain("Sort", "TEMP B-TREE");
        assertThat(planOf("best", "2.0", "'" + id(3) + "'"))
                .contains("ix_pattern_quality_metrics_best")
                .doesNotContain("Sort", "TEMP B-TREE");
        assertThat(planOf("latest", "'2026-11-16T09:00:00.000000Z'", "'" + id(3) + "'"))
                .contains("ix_pattern_quality_metrics_latest")
                .doesNotContain("Sort", "TEMP B-TREE");
    }

    private void fill() {
        PatternScores scores = database.bean(PatternScores.class);
        for (int from = 0; from < SCORES; from += 1_000) {
            scores.record(
                    IntStream.range(from, from + 1_000)
                            .mapToObj(i -> stated(measured(id(i), MONDAY.plusSeconds(i), i / (double) SCORES)))
                            .toList(),
                    Condition.none(),
                    WEDNESDAY);
        }
        database.sql("ANALYZE");
    }

    /** The plan for the first page behind this place. */
    private String planOf(String method, String after, String pattern) {
        String query = Arrays.stream(ScoreReads.class.getMethods())
                .filter(it -> it.getName().equals(method))
                .map(FindingTheBestTest::queryOf)
                .findFirst()
                .orElseThrow();
        Map<String, String> values = Map.of(
                ":fromConfidence", "0.0",
                ":from", "0.0",
                ":to", "0.7",
                ":below", "2.0",
                ":version", "NULL",
                ":afterScore", after,
                ":afterTime", after,
                ":afterPattern", pattern,
                ":isStart", "FALSE",
                ":limit", "51");
        for (String name : values.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            query = query.replace(name, values.get(name));
        }
        String explain = database.kind() == DatabaseKind.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        return database.query(explain + query).stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static String queryOf(Method method) {
        return method.getAnnotation(Query.class).value();
    }
}
