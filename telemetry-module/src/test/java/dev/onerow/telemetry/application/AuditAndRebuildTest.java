package dev.onerow.telemetry.application;

import static dev.onerow.telemetry.domain.Reports.START;
import static dev.onerow.telemetry.domain.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.Counter;
import dev.onerow.telemetry.domain.CounterAudit;
import dev.onerow.telemetry.domain.Counters.Rebuilt;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Reports;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AuditAndRebuildTest {
    private final TestDatabase database;
    private final TelemetryTables tables;
    private final RecordExtractions recording;
    private final AuditCounters audit;

    AuditAndRebuildTest(TestDatabase database) {
        this.database = database;
        this.tables = new TelemetryTables(database);
        this.recording = database.bean(RecordExtractions.class);
        this.audit = database.bean(AuditCounters.class);
    }

    @BeforeEach
    void someFacts() {
        tables.empty();
        recording.record(List.of(
                fact("op-1", 404, 0),
                fact("op-2", 404, 60),
                fact("op-3", 500, 0),
                fact("op-4", 0, 0),
                fact("op-5", 302, 0),
                fact("op-6", 200, 0)));
    }

    @Test
    void findsNothingAfterOrdinaryWork() {
        CounterAudit.Finding finding = audit.audit();

        assertThat(finding.differences()).isEmpty();
        assertThat(finding.checked()).isEqualTo(4);
        assertThat(finding.facts()).isEqualTo(5);
        assertThat(finding.digestActual()).isEqualTo(finding.digestExpected());
    }

    @Test
    void findsDamageByHandAndRepairsItTouchingOnlyWhatDiffers() {
        List<String> right = tables.counters();
        var untouched = database.query("SELECT * FROM http_error_summary WHERE status_code = 0");
        database.sql("UPDATE http_error_summary SET count = 7 WHERE status_code = 404");
        database.sql("DELETE FROM http_error_summary WHERE status_code = 500");
        database.sql("UPDATE http_error_summary SET host = 'elsewhere' WHERE status_code = 302");

        CounterAudit.Finding damage = audit.audit();
        Rebuilt rebuilt = audit.rebuild();

        assertThat(damage.digestActual()).isNotEqualTo(damage.digestExpected());
        assertThat(damage.differences())
                .extracting(
                        CounterAudit.Difference::host,
                        CounterAudit.Difference::statusCode,
                        difference -> countOf(difference.expected()),
                        difference -> countOf(difference.actual()))
                .containsExactly(
                        tuple("daily.example.com", 302, 1L, 0L),
                        tuple("daily.example.com", 404, 2L, 7L),
                        tuple("daily.example.com", 500, 1L, 0L),
                        tuple("elsewhere", 302, 0L, 1L));
        assertThat(rebuilt).isEqualTo(new Rebuilt(5, 2, 1, 1, 1));
        assertThat(tables.counters()).isEqualTo(right);
        assertThat(database.query("SELECT * FROM http_error_summary WHERE status_code = 0"))
                .isEqualTo(untouched);
        assertThat(database.value("SELECT error_type FROM http_error_summary WHERE status_code = 302"))
                .isEqualTo("3xx_redirect");
        assertThat(audit.audit().differences()).isEmpty();
    }

    @Test
    void findsTimesThatDiffer() {
        database.sql("UPDATE http_error_summary SET first_seen = last_seen WHERE status_code = 404");

        assertThat(audit.audit().differences()).hasSize(1);
        assertThat(audit.rebuild()).isEqualTo(new Rebuilt(4, 0, 1, 3, 0));
    }

    @Test
    void changesNothingWhenItIsRebuiltAgain() {
        var before = tables.everything();

        assertThat(audit.rebuild()).isEqualTo(new Rebuilt(4, 0, 0, 4, 0));
        assertThat(tables.everything()).isEqualTo(before);
    }

    @Test
    void expectsBaselinesBesideTheFacts() {
        database.sql("INSERT INTO http_error_baseline VALUES ('old', 'daily.example.com', 404, '4xx_client_error', 10,"
                + " '2026-01-01T00:00:00.000000Z', '2026-01-02T00:00:00.000000Z', '2026-01-03T00:00:00.000000Z')");

        CounterAudit.Finding finding = audit.audit();
        Rebuilt rebuilt = audit.rebuild();

        assertThat(finding.differences())
                .extracting(it -> countOf(it.expected()))
                .containsExactly(12L);
        assertThat(finding.facts()).isEqualTo(5);
        assertThat(rebuilt).isEqualTo(new Rebuilt(4, 0, 1, 3, 0));
        assertThat(database.value("SELECT first_seen FROM http_error_summary WHERE status_code = 404"))
                .isEqualTo("2026-01-01T00:00:00.000000Z");
    }

    @Test
    void keepsWhatABaselineSaysWhenAFactGoes() {
        database.sql("INSERT INTO http_error_baseline VALUES ('old', 'daily.example.com', 500, '5xx_server_error', 10,"
                + " '2026-01-01T00:00:00.000000Z', '2026-01-02T00:00:00.000000Z', '2026-01-03T00:00:00.000000Z')");
        audit.rebuild();

        recording.record(
                Reports.accepted(aReport().operation("op-3").status(200).build()), Condition.NONE);

        assertThat(audit.audit().differences()).isEmpty();
        assertThat(database.value("SELECT last_seen FROM http_error_summary WHERE status_code = 500"))
                .isEqualTo("2026-01-02T00:00:00.000000Z");
    }

    @Test
    void agreesWithFactsThatAreRecordedWhileItRebuilds() {
        CompletableFuture<?> recordingMore = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 50; i++) {
                recording.record(
                        List.of(fact("more-" + i, 404, i), fact("op-" + (i % 6 + 1), i % 2 == 0 ? 503 : 404, i)));
            }
        });
        while (!recordingMore.isDone()) {
            audit.rebuild();
            assertThat(audit.audit().differences()).isEmpty();
        }

        recordingMore.join();
        assertThat(audit.audit().differences()).isEmpty();
        assertThat(audit.audit().facts()).isEqualTo(56);
    }

    private static long countOf(@Nullable Counter counter) {
        return counter == null ? 0 : counter.count();
    }

    private static Extraction fact(String operation, int status, int second) {
        return aReport()
                .operation(operation)
                .status(status)
                .times(START.plusSeconds(second), null, null)
                .accepted();
    }
}
