package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command as an operator runs it: rehearsed, run, run again, and killed in the middle. */
@OnBothDatabases
class AdoptIT {
    private static final int ROWS = 10_000;
    /** What a long run would meet after a minute. */
    private static final Map<String, String> WATCHFUL =
            Map.of("MICRONAUT_HEALTH_MONITOR_INITIAL_DELAY", "50ms", "MICRONAUT_HEALTH_MONITOR_INTERVAL", "50ms");

    private final TestDatabase database;

    AdoptIT(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    @AfterEach
    void startsFromNothing() {
        OldSource.forget(
                database,
                "rules",
                "pattern_quality_metrics",
                "pattern_quality_history",
                "http_error_summary",
                "http_error_baseline");
    }

    private static OldSource source() {
        OldSource old = OldSource.of(DatabaseKind.SQLITE)
                .table("rules (id ID, name TEXT, rule_code TEXT, sql TEXT, updated_at TEXT)")
                .table("pattern_quality_metrics (id TEXT PRIMARY KEY, pattern_id TEXT, quality_score REAL,"
                        + " confidence REAL, measurement_timestamp TEXT)")
                .table("http_error_summary (id ID, host TEXT, status_code INTEGER, count INTEGER, first_seen TEXT,"
                        + " last_seen TEXT)")
                .table("sessions (id ID)");
        old.row("rules", 1, "Guests", "LIST_GUESTS", "SELECT 1", "2026-01-01T10:00:00Z");
        old.row("rules", 2, "Guests", "list_guests", "SELECT 2", "2026-02-01T10:00:00Z");
        return old.sql("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < " + (ROWS - 1)
                        + ") INSERT INTO pattern_quality_metrics SELECT 'r' || i,"
                        + " printf('00000000-0000-4000-8000-%012d', i / 4), (i % 100) / 100.0, 0.5,"
                        + " 1767261600000 + i * 1000 FROM n")
                .sql("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3999)"
                        + " INSERT INTO http_error_summary SELECT i, 'H' || (i % 10) || '.example', 404, 1,"
                        + " '2026-01-01 10:00:00', '2026-01-02 10:00:00' FROM n");
    }

    private OnerowProcess adopt(OldSource old, String... more) {
        String[] arguments = new String[more.length + 2];
        arguments[0] = "--from";
        arguments[1] = old.url();
        System.arraycopy(more, 0, arguments, 2, more.length);
        return OnerowProcess.run("adopt", database.url(), WATCHFUL, arguments);
    }

    private List<Long> counts() {
        return List.of(
                database.count("rules"),
                database.count("pattern_quality_metrics"),
                database.count("pattern_quality_history"),
                database.count("http_error_summary"),
                (Long) Objects.requireNonNull(
                        database.value("SELECT CAST(sum(count) AS bigint) FROM http_error_baseline")),
                database.count("adopted_rows"));
    }

    @Test
    void predictsDoesAndThenFindsNothingToDo() throws Exception {
        try (OldSource old = source();
                OnerowProcess rehearsed = adopt(old, "--dry-run")) {
            assertThat(rehearsed.exitCode()).as(rehearsed.output()).isZero();
            assertThat(rehearsed.output())
                    .contains(
                            "(only read)", "Left alone, for nothing here knows them: sessions", "Nothing was written.");
            assertThat(database.count("pattern_quality_history")).isZero();
            try (OnerowProcess adopted = adopt(old)) {
                assertThat(adopted.exitCode()).as(adopted.output()).isZero();
                assertThat(adopted.output().strip()).endsWith("Done.").doesNotContain("ERROR");
                assertThat(receiptOf(adopted)).isEqualTo(receiptOf(rehearsed)).hasSize(4);
            }
            assertThat(counts()).containsExactly(1L, 2_500L, 10_000L, 10L, 4_000L, 3_991L);
            try (OnerowProcess again = adopt(old, "--json")) {
                assertThat(again.exitCode()).as(again.output()).isZero();
                assertThat(again.output())
                        .contains("\"receipt\":{\"folded\":7500,\"inserted\":0,\"received\":10000,\"rejected\":0,"
                                + "\"stale\":0,\"unchanged\":2500,\"updated\":0}");
            }
            assertThat(counts()).containsExactly(1L, 2_500L, 10_000L, 10L, 4_000L, 3_991L);
        }
    }

    private static List<String> receiptOf(OnerowProcess process) {
        return process.output()
                .lines()
                .filter(line -> line.matches("(rules|pattern_quality_metrics|http_error_summary|all)( +[0-9,]+){7}"))
                .toList();
    }

    @Test
    void finishesWhatAKilledRunHasBegun() throws Exception {
        try (OldSource old = source()) {
            try (OnerowProcess killed = adopt(old)) {
                while (database.count("pattern_quality_history") < 2_000) {
                    assertThat(killed.endsSoon()).as(killed.output()).isFalse();
                }
                killed.kill();
            }
            assertThat(database.count("pattern_quality_history")).isBetween(2_000L, ROWS - 1L);

            try (OnerowProcess again = adopt(old)) {
                assertThat(again.exitCode()).as(again.output()).isZero();
            }

            assertThat(counts()).containsExactly(1L, 2_500L, 10_000L, 10L, 4_000L, 3_991L);
        }
    }
}
