package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From {@code extraction_telemetry_v2} and {@code content_type_detection_telemetry}, where operations could come twice. */
@OnBothDatabases
class AdoptingExtractionsTest {
    private static final String JAN = "2026-01-01T10:00:00Z";
    private static final String FEB = "2026-02-01T10:00:00Z";

    private final TestDatabase database;

    AdoptingExtractionsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forget(database, "extraction_telemetry_v2", "http_error_summary", "http_error_baseline");
    }

    private static OldSource source(DatabaseKind kind) {
        return OldSource.of(kind)
                .table(
                        "extraction_telemetry_v2 (id ID, operation_id TEXT, article_id TEXT, url TEXT, start_time INSTANT,"
                                + " end_time INSTANT, http_status_code INTEGER, methods_attempted JSON, method_success JSON,"
                                + " proxy_status INTEGER, created_at INSTANT)")
                .table("content_type_detection_telemetry (id ID, operation_id TEXT, status TEXT, evidence TEXT)")
                .table("http_error_summary (id ID, host TEXT, status_code INTEGER, count BIGINT, first_seen INSTANT,"
                        + " last_seen INSTANT)");
    }

    private static void extraction(OldSource old, int id, String operation, String url, Integer status, String at) {
        old.row(
                "extraction_telemetry_v2",
                id,
                operation,
                "a-1",
                url,
                JAN,
                FEB,
                status,
                "[\"soup\"]",
                "{\"soup\":true}",
                1,
                at);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void recordsEachOperationOnceAndCountsTheFactsInsteadOfTheCounters(DatabaseKind kind) {
        try (OldSource old = source(kind)) {
            extraction(old, 1, "op-1", "https://Daily.example.com/a", 404, JAN);
            extraction(old, 2, "op-1", "https://daily.example.com/a", 503, FEB);
            extraction(old, 3, "op-2", "https://daily.example.com/b", 503, JAN);
            extraction(old, 4, "op-3", "/b/story", 503, JAN);
            extraction(old, 5, "two words", "https://daily.example.com/b", 503, JAN);
            old.row("content_type_detection_telemetry", 1, "op-2", "paywall", "a wall");
            old.row("content_type_detection_telemetry", 2, "op-9", "paywall", null);
            old.row("http_error_summary", 1, "daily.example.com", 503, 7, JAN, FEB);

            List<TableReceipt> predicted = old.rehearseInto(database);
            List<TableReceipt> adopted = old.adoptInto(database);

            assertThat(adopted).isEqualTo(predicted);
            assertThat(adopted)
                    .extracting(TableReceipt::receipt)
                    .containsExactly(
                            new Receipt(5, 2, 0, 0, 0, 1, 2),
                            new Receipt(1, 0, 0, 0, 0, 1, 0),
                            new Receipt(2, 0, 0, 0, 0, 1, 1));
            assertThat(database.query("SELECT host, status_code, count FROM http_error_summary"))
                    .extracting(row -> row.values().toString())
                    .containsExactly("[daily.example.com, 503, 2]");
            assertThat(database.query("SELECT operation_id, status, evidence FROM content_type_detection_telemetry"))
                    .extracting(row -> row.values().toString())
                    .containsExactly("[op-2, paywall, \"a wall\"]");
            assertThat(OldSource.keptIn(database, "extraction_telemetry_v2"))
                    .containsExactly("1 older", "4 invalid-value", "5 invalid-key");
            assertThat(OldSource.keptIn(database, "http_error_summary")).containsExactly("1 merged");

            assertThat(old.adoptInto(database).get(0).receipt()).isEqualTo(new Receipt(5, 0, 0, 2, 0, 1, 2));
        }
    }

    @Test
    void keepsADetectionThatItsExtractionWasStoredWithout() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            extraction(old, 1, "op-1", "https://daily.example.com/a", 200, JAN);
            extraction(old, 2, "op-2", "https://daily.example.com/b", 200, JAN);
            old.adoptInto(database);
            old.row("content_type_detection_telemetry", 1, "op-1", "paywall", "a wall");
            extraction(old, 3, "op-3", "https://daily.example.com/c", 200, JAN);

            List<TableReceipt> again = old.adoptInto(database);

            assertThat(again)
                    .extracting(TableReceipt::receipt)
                    .containsExactly(
                            new Receipt(3, 1, 0, 1, 1, 0, 0),
                            new Receipt(0, 0, 0, 0, 0, 0, 0),
                            new Receipt(1, 0, 0, 0, 0, 0, 1));
            assertThat(OldSource.keptIn(database, "extraction_telemetry_v2")).containsExactly("1 older");
            assertThat(OldSource.keptIn(database, "content_type_detection_telemetry"))
                    .containsExactly("1 older");
        }
    }
}
