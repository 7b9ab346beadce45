package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static dev.onerow.telemetry.domain.Reports.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.ExtractionReport;
import dev.onerow.telemetry.domain.FieldFlags;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Reports;
import dev.onerow.telemetry.domain.Statistics;
import dev.onerow.telemetry.domain.Statistics.AttemptFilter;
import dev.onerow.telemetry.domain.Statistics.MethodPerformance;
import dev.onerow.telemetry.domain.Statistics.PublisherStats;
import dev.onerow.telemetry.domain.Statistics.StatusCount;
import dev.onerow.telemetry.domain.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What went wrong in systems like this one, each with the proof that it does not here. */
@OnBothDatabases
class PriorArtDefectsTest {
    private static final Window WINDOW = new Window(START.minus(Duration.ofDays(1)), START.plus(Duration.ofDays(1)));
    private static final AttemptFilter ALL = new AttemptFilter(null, null, null);

    private final TestDatabase database;
    private final TelemetryTables tables;
    private final RecordExtractions recording;
    private final Statistics statistics;
    private final AuditCounters audit;

    PriorArtDefectsTest(TestDatabase database) {
        this.database = database;
        this.tables = new TelemetryTables(database);
        this.recording = database.bean(RecordExtractions.class);
        this.statistics = database.bean(Statistics.class);
        this.audit = database.bean(AuditCounters.class);
    }

    @BeforeEach
    void nothingRecorded() {
        tables.empty();
    }

    @Test
    void aRepeatedErrorDoesNotFailForWantOfAUniqueKeyOverHostAndStatus() {
        record(aReport().operation("op-1").status(404));
        record(aReport().operation("op-2").status(404));

        assertThat(tables.counters()).containsExactly("daily.example.com 404 2 08:00:00 08:00:00");
        assertThatThrownBy(() -> database.sql("INSERT INTO http_error_summary (host, status_code, error_type, count,"
                        + " first_seen, last_seen, version, created_at, updated_at)"
                        + " SELECT host, status_code, error_type, count, first_seen, last_seen, version, created_at,"
                        + " updated_at FROM http_error_summary"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCounterGrowsByWhatIsProposedAndNotByAnAmbiguousOne() {
        record(aReport().operation("op-1").status(404));

        recording.record(List.of(
                aReport().operation("op-2").status(404).accepted(),
                aReport().operation("op-3").status(404).accepted()));

        assertThat(database.value("SELECT count FROM http_error_summary")).isEqualTo(3L);
    }

    @Test
    void aNewCounterHasItsTimesWrittenAlthoughNoColumnHasADefault() {
        record(aReport().operation("op-1").status(404));

        assertThat(database.query("SELECT first_seen, last_seen, created_at FROM http_error_summary")
                        .get(0))
                .doesNotContainValue(null);
    }

    @Test
    void testsRunOnTablesThatTheMigrationsMadeOnBothDatabases(DatabaseKind kind) {
        assertThat(kind).isEqualTo(database.kind());
        assertThat(database.count("onerow_schema_history")).isPositive();
    }

    @Test
    void aRetriedReportDoublesNeitherAStatisticNorACounter() {
        Reports report = aReport().operation("op-1").status(404).attempts(attempt("soup"));

        record(report);
        record(report);

        assertThat(statistics.summary(WINDOW).total()).isEqualTo(1);
        assertThat(statistics.methodPerformance(WINDOW, ALL, true, 50))
                .extracting(MethodPerformance::attempts)
                .containsExactly(1L);
        assertThat(tables.counters()).containsExactly("daily.example.com 404 1 08:00:00 08:00:00");
    }

    @Test
    void twoRowsOfOneKeyInOneChunkCountAlikeOnBothDatabases() {
        recording.record(List.of(
                aReport().operation("op-1").status(404).accepted(),
                aReport().operation("op-1").status(404).accepted(),
                aReport().operation("op-2").status(404).accepted()));

        assertThat(tables.counters()).containsExactly("daily.example.com 404 2 08:00:00 08:00:00");
    }

    @Test
    void aFinalSuccessAfterARedirectIsNoError() {
        record(aReport().operation("op-1").revision(0).status(302));

        record(aReport().operation("op-1").revision(1).status(200, "3xx_redirect", null));

        assertThat(tables.counters()).isEmpty();
        assertThat(database.value("SELECT http_error_type FROM extraction_telemetry_v2"))
                .isNull();
        assertThat(database.value("SELECT reported_http_error_type FROM extraction_telemetry_v2"))
                .isEqualTo("3xx_redirect");
    }

    @Test
    void aLateReportDoesNotFalsifyWhenAnErrorWasSeen() {
        record(aReport().operation("op-2").status(404).times(START.plusSeconds(60), null, null));

        record(aReport().operation("op-1").status(404).times(START.minusSeconds(60), START, null));

        assertThat(tables.counters()).containsExactly("daily.example.com 404 2 08:00:00 08:01:00");
    }

    @Test
    void failuresOfAMethodDoNotHideUnderTheMethodThatSucceeded() {
        record(aReport()
                .operation("op-1")
                .attempts(attempt("soup", null, false, null, null), attempt("paper", null, true, null, null)));
        record(aReport().operation("op-2").attempts(attempt("soup", null, true, null, null)));
        record(aReport().operation("op-3").attempts(attempt("soup", null, true, null, null)));

        assertThat(statistics.methodPerformance(WINDOW, ALL, false, 50))
                .extracting(MethodPerformance::method, MethodPerformance::attempts, MethodPerformance::successes)
                .containsExactly(tuple("soup", 3L, 2L), tuple("paper", 1L, 1L));
        assertThat(statistics.publisherStats(WINDOW, null, 1, 50))
                .extracting(PublisherStats::mostCommonMethod)
                .containsExactly("soup");
    }

    @Test
    void theHostFilterOfFieldStatisticsComparesTheHostAndTopErrorsAreThoseOfTheWindow() {
        FieldFlags title = new FieldFlags(true, false, false, false);
        record(aReport()
                .operation("op-1")
                .of(new ExtractionReport.Article("a", "https://h.example/", "other.example", null))
                .status(404)
                .attempts(attempt("soup", null, true, null, title)));
        record(aReport().operation("op-2").status(404).times(START.minus(Duration.ofDays(30)), null, null));

        assertThat(statistics
                        .fieldExtraction(WINDOW, new AttemptFilter(null, "other.example", null), null, 50)
                        .methods())
                .isEmpty();
        assertThat(statistics
                        .fieldExtraction(WINDOW, new AttemptFilter(null, "h.example", null), null, 50)
                        .methods())
                .hasSize(1);
        assertThat(statistics.summary(WINDOW).topErrors()).containsExactly(new StatusCount(404, 1));
    }

    @Test
    void noAnswerAtAllIsCountedWhenTheProducerSaysSo() {
        record(aReport().operation("op-1").status(0));
        record(aReport().operation("op-2").status(null));

        assertThat(tables.counters()).containsExactly("daily.example.com 0 1 08:00:00 08:00:00");
        assertThat(database.value("SELECT error_type FROM http_error_summary")).isEqualTo("0_no_response");
    }

    @Test
    void jsonIsCheckedOnWriteCredentialsAreMaskedAndTotalsFollowTheFacts() {
        assertThatThrownBy(() -> {
                    record(aReport().operation("op-1"));
                    database.sql("UPDATE extraction_telemetry_v2 SET method_timings = 'not json'");
                })
                .isInstanceOf(IllegalArgumentException.class);
        record(aReport()
                .operation("op-2")
                .url("https://me:t0p@h.example/?token=t0p")
                .status(404)
                .error("GET https://me:t0p@h.example/ failed"));

        assertThat(tables.everything().toString()).doesNotContain("t0p");

        database.bean(RemoveExtraction.class).remove(new OperationId("op-2"), Condition.NONE);
        assertThat(tables.counters()).isEmpty();
        assertThat(audit.audit().differences()).isEmpty();
    }

    @Test
    void theKeyOfTheCounterIsThereFromTheFirstMigrationSoThatNoDuplicateCanBe() {
        try (TestDatabase fresh = database.another(true)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 2; i++) {
                            fresh.sql(
                                    "INSERT INTO http_error_summary (host, status_code, error_type, count, first_seen,"
                                            + " last_seen, version, created_at, updated_at) VALUES ('h', 404, 'x', 1,"
                                            + " '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z', 1,"
                                            + " '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')");
                        }
                    })
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(fresh.count("http_error_summary")).isEqualTo(1);
        }
    }

    private void record(Reports report) {
        recording.record(report.accepted(), Condition.NONE);
    }
}
