package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From {@code http_error_summary} without the unique pair of host and status. */
@OnBothDatabases
class AdoptingCountersTest {
    private static final String TABLE = "http_error_summary";
    private static final String JAN = "2026-01-01T10:00:00Z";
    private static final String FEB = "2026-02-01T10:00:00Z";
    private static final String MAR = "2026-03-01T10:00:00Z";

    private final TestDatabase database;

    AdoptingCountersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forget(database, "http_error_summary", "http_error_baseline");
    }

    private static OldSource source(DatabaseKind kind) {
        return OldSource.of(kind)
                .table(TABLE + " (id ID, host TEXT, status_code INTEGER, error_type TEXT, count BIGINT,"
                        + " first_seen INSTANT, last_seen INSTANT)");
    }

    private List<String> counters() {
        return database
                .query("SELECT host, status_code, count, first_seen, last_seen FROM http_error_summary"
                        + " ORDER BY host, status_code")
                .stream()
                .map(row -> String.join(
                        " ", row.values().stream().map(String::valueOf).toList()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void sumsTheCountsOfAHostHoweverItWasWrittenAndWidensItsTimes(DatabaseKind kind) {
        try (OldSource old = source(kind)) {
            old.row(TABLE, 1, "Daily.example.com", 404, "4xx_client_error", 3, FEB, FEB);
            old.row(TABLE, 2, "daily.example.com.", 404, "4xx_client_error", 4, JAN, JAN);
            old.row(TABLE, 3, "daily.example.com:443", 404, "x", 5, MAR, MAR);
            old.row(TABLE, 4, "daily.example.com", 503, "5xx_server_error", 1, JAN, MAR);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 2, 0, 0, 0, 2, 0));
            assertThat(receipt.kept()).isEqualTo(Map.of(Reason.MERGED, 2L));
            assertThat(counters())
                    .containsExactly(
                            "daily.example.com 404 12 2026-01-01T10:00:00.000000Z 2026-03-01T10:00:00.000000Z",
                            "daily.example.com 503 1 2026-01-01T10:00:00.000000Z 2026-03-01T10:00:00.000000Z");
            assertThat(OldSource.keptIn(database, TABLE)).containsExactly("2 merged", "3 merged");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void keepsRowsUnderTheIdsThatAreSingleInATableWithoutAKey(DatabaseKind kind) {
        try (OldSource old = OldSource.of(kind)
                .table(TABLE + " (id BIGINT, host TEXT, status_code INTEGER, error_type TEXT, count BIGINT,"
                        + " first_seen INSTANT, last_seen INSTANT)")) {
            old.row(TABLE, 1, "a.example", 200, "", 3, JAN, FEB);
            old.row(TABLE, 2, "b.example", 200, "", 3, JAN, FEB);
            old.row(TABLE, 2, "c.example", 200, "", 3, JAN, FEB);
            old.row(TABLE, null, "d.example", 200, "", 3, JAN, FEB);

            old.adoptInto(database);

            assertThat(OldSource.keptIn(database, TABLE))
                    .hasSize(4)
                    .contains("1 not-an-error")
                    .doesNotContain("2 not-an-error");
            assertThat(old.adoptInto(database).get(0).receipt()).isEqualTo(new Receipt(4, 0, 0, 0, 0, 0, 4));
            assertThat(database.count("adopted_rows")).isEqualTo(4);
        }
    }

    @Test
    void countsOnceHoweverOftenItIsRun() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row(TABLE, 1, "a.example", 404, "", 3, JAN, FEB);
            old.row(TABLE, 2, "A.example", 404, "", 4, JAN, FEB);
            List<TableReceipt> predicted = old.rehearseInto(database);
            assertThat(database.count(TABLE)).isZero();
            assertThat(old.adoptInto(database)).isEqualTo(predicted);
            List<String> once = counters();

            TableReceipt again = old.adoptInto(database).get(0);

            assertThat(again.receipt()).isEqualTo(new Receipt(2, 0, 0, 1, 0, 1, 0));
            assertThat(counters()).isEqualTo(once);
        }
    }

    @Test
    void keepsWhatIsNoCounterOfErrors() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row(TABLE, 1, null, 404, "", 3, JAN, FEB);
            old.row(TABLE, 2, "  ", 404, "", 3, JAN, FEB);
            old.row(TABLE, 3, "a.example", null, "", 3, JAN, FEB);
            old.row(TABLE, 4, "not a host", 404, "", 3, JAN, FEB);
            old.row(TABLE, 5, "a.example", 200, "", 3, JAN, FEB);
            old.row(TABLE, 6, "a.example", 404, "", 0, JAN, FEB);
            old.row(TABLE, 7, "a.example", 404, "", 3, "soon", FEB);
            old.row(TABLE, 8, "a.example", 404, "", Long.MAX_VALUE, JAN, FEB);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(8, 0, 0, 0, 0, 0, 8));
            assertThat(OldSource.keptIn(database, TABLE))
                    .containsExactly(
                            "1 null-key",
                            "2 null-key",
                            "3 null-key",
                            "4 invalid-key",
                            "5 not-an-error",
                            "6 invalid-value",
                            "7 invalid-value",
                            "8 invalid-value");
            assertThat(counters()).isEmpty();
        }
    }

    @Test
    void addsToWhatIsCountedHereAlready() {
        try (OldSource one = source(DatabaseKind.SQLITE);
                OldSource other = source(DatabaseKind.SQLITE)) {
            one.row(TABLE, 1, "a.example", 404, "", 3, JAN, JAN).adoptInto(database);
            other.row(TABLE, 1, "a.example", 404, "", 4, MAR, MAR).adoptInto(database);

            assertThat(counters())
                    .containsExactly("a.example 404 7 2026-01-01T10:00:00.000000Z 2026-03-01T10:00:00.000000Z");
        }
    }

    @Test
    void countsOnBesideTheLargestCountsOfSeveralDatabases() {
        long most = 1_000_000_000_000_000L;
        try (OldSource one = source(DatabaseKind.SQLITE);
                OldSource other = source(DatabaseKind.SQLITE)) {
            one.row(TABLE, 1, "a.example", 404, "", most, JAN, JAN)
                    .row(TABLE, 2, "a.example", 404, "", 1, MAR, MAR)
                    .adoptInto(database);
            other.row(TABLE, 1, "a.example", 404, "", most, FEB, FEB).adoptInto(database);

            assertThat(counters())
                    .containsExactly(
                            "a.example 404 2000000000000000 2026-01-01T10:00:00.000000Z 2026-02-01T10:00:00.000000Z");
            assertThat(OldSource.keptIn(database, TABLE)).containsExactly("2 older");
        }
    }

    @Test
    void mergesAnyNumberOfRowsOfOneKeyInBoundedMemory() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.sql("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
                    + " INSERT INTO " + TABLE
                    + " SELECT i, 'h' || (i % 2) || '.example', 500, '', 1, 1767261600000 + i * 1000, 1767261600000"
                    + " FROM n");

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(100_000, 2, 0, 0, 0, 99_998, 0));
            assertThat(counters())
                    .containsExactly(
                            "h0.example 500 50000 2026-01-01T10:00:00.000000Z 2026-01-02T13:46:40.000000Z",
                            "h1.example 500 50000 2026-01-01T10:00:00.000000Z 2026-01-02T13:46:39.000000Z");
            assertThat(database.count("adopted_rows")).isEqualTo(99_998);
        }
    }
}
