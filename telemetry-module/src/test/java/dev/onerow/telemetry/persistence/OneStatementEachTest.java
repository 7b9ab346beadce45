package dev.onerow.telemetry.persistence;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.application.AuditCounters;
import dev.onerow.telemetry.application.RecordExtractions;
import dev.onerow.telemetry.domain.FactFilter;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.Statistics.AttemptFilter;
import dev.onerow.telemetry.domain.Window;
import io.micronaut.logging.LogLevel;
import io.micronaut.logging.LoggingSystem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statistic asks its database one thing, however many rows it answers with. */
@OnBothDatabases
class OneStatementEachTest {
    private static final Window WINDOW = Window.before(START.plusSeconds(3_600), 7);
    private static final String STATEMENTS = "io.micronaut.data.query";
    private static final AttemptFilter ALL = new AttemptFilter(null, null, null);

    private final Statistics statistics;
    private final Operations operations;
    private final AuditCounters audit;
    private final LoggingSystem logging;
    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    OneStatementEachTest(TestDatabase database) {
        statistics = database.bean(Statistics.class);
        operations = database.bean(Operations.class);
        audit = database.bean(AuditCounters.class);
        database.bean(RecordExtractions.class)
                .record(IntStream.range(0, 60)
                        .mapToObj(i -> aReport()
                                .operation("op-" + i)
                                .url("https://h" + i % 10 + ".example/")
                                .status(404)
                                .attempts(attempt("soup"), attempt("paper"))
                                .accepted())
                        .toList());
        logging = database.bean(LoggingSystem.class);
        logging.setLogLevel(STATEMENTS, LogLevel.DEBUG);
        System.setOut(new PrintStream(seen, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void listenNoMore() {
        System.setOut(standardOutput);
        logging.setLogLevel(STATEMENTS, LogLevel.NOT_SPECIFIED);
    }

    @Test
    void isEnoughForEveryStatistic() {
        assertOneStatement(() -> statistics.httpErrors(WINDOW, null, null, 50));
        assertOneStatement(() -> statistics.summary(WINDOW));
        assertOneStatement(() -> statistics.methodPerformance(WINDOW, ALL, true, 50));
        assertOneStatement(() -> statistics.publisherStats(WINDOW, null, 5, 50));
        assertOneStatement(() -> statistics.fieldExtraction(WINDOW, ALL, null, 50));
        assertOneStatement(() -> statistics.poorPerformers(WINDOW, 5, 50, 50));
        assertOneStatement(() -> statistics.detections(WINDOW, List.of("news"), 50));
    }

    @Test
    void isEnoughForTheAudit() {
        assertOneStatement(audit::audit);
    }

    @Test
    void isEnoughForTheFactsOfAPageAndEachOfTheirParts() {
        for (var filter : List.of(
                new FactFilter(null, 404, null, "soup", null, null, null),
                new FactFilter("h1.example", 404, null, null, null, null, null))) {
            assertOneStatement(() -> operations.sizesOfNewest(filter, Operations.Place.START, 50));
            assertStatements(3, () -> operations.newest(filter, Operations.Place.START, 50));
        }
    }

    private void assertOneStatement(Runnable call) {
        assertStatements(1, call);
    }

    private void assertStatements(int count, Runnable call) {
        seen.reset();
        call.run();
        assertThat(seen.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("Executing"))
                .hasSize(count);
    }
}
