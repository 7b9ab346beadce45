package dev.onerow.quality.persistence;

import static dev.onerow.quality.Measurements.ID;
import static dev.onerow.quality.Measurements.MONDAY;
import static dev.onerow.quality.Measurements.TUESDAY;
import static dev.onerow.quality.Measurements.WEDNESDAY;
import static dev.onerow.quality.Measurements.id;
import static dev.onerow.quality.Measurements.measured;
import static dev.onerow.quality.Measurements.stated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.application.ScorePattern;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Entrance;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternReading;
import dev.onerow.quality.domain.PatternScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queries of the page about quality, as they stand there. */
@OnBothDatabases
class AskingTheTablesTest {
    private final TestDatabase database;
    private final List<String> queries;

    AskingTheTablesTest(TestDatabase database) throws IOException {
        this.database = database;
        String page = Files.readString(Path.of("..", "docs", "quality.md"));
        this.queries = List.of(page.split("```sql\n", -1)).stream()
                .skip(1)
                .map(part -> part.substring(0, part.indexOf("```")))
                .toList();
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @Test
    void weighsAnewWithoutScoring() {
        var pattern = PatternReading.of(Map.of("code", "import x", "examples", List.of("x")))
                .answer(it -> it, flaws -> {
                    throw new AssertionError(flaws);
                });
        database.bean(ScorePattern.class).score(ID, pattern, Condition.none());

        // 0.40 * 1.0 + 0.30 * 0.0 + 0.10 * 0.3 + 0.10 * 0.15 + 0.10 * 0.4
        assertThat(database.query(queries.get(0)))
                .singleElement()
                .satisfies(
                        row -> assertThat(String.valueOf(row.get("reweighted"))).startsWith("0.485"));
    }

    @Test
    void namesWhyAScoreChanged() {
        String one = "1".repeat(64);
        String other = "2".repeat(64);
        record(
                scored(measured(id(1), MONDAY, 0.1, "1.0.0", one)),
                scored(measured(id(1), TUESDAY, 0.2, "1.0.0", other)),
                scored(measured(id(1), WEDNESDAY, 0.3, "2.0.0", other)),
                scored(measured(id(2), MONDAY, 0.1, "1.0.0", one)),
                scored(measured(id(2), TUESDAY, 0.2, "2.0.0", other)),
                stated(measured(id(2), WEDNESDAY, 0.3)));

        assertThat(database.query(queries.get(1)))
                .extracting(row -> row.get("cause"))
                .containsExactly("input", "version", "input and version", "stated by somebody");
    }

    private void record(Incoming... measurements) {
        database.bean(PatternScores.class).record(List.of(measurements), Condition.none(), WEDNESDAY);
    }

    private static Incoming scored(Measurement measurement) {
        return new Incoming(measurement, Entrance.SCORED, true);
    }
}
