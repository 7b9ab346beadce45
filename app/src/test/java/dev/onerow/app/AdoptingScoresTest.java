package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.persistence.adopting.TableReceipt;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From {@code pattern_quality_metrics} without the unique pattern, with and without its old foreign key. */
@OnBothDatabases
class AdoptingScoresTest {
    private static final String TABLE = "pattern_quality_metrics";
    private static final String COLUMNS = " (id TEXT PRIMARY KEY, pattern_id TEXT, quality_score DOUBLE PRECISION,"
            + " confidence DOUBLE PRECISION, measurement_timestamp INSTANT, version TEXT, metadata JSON,"
            + " created_at INSTANT, updated_at INSTANT";
    private static final String ONE = "11111111-aaaa-4bbb-8ccc-000000000001";
    private static final String OTHER = "22222222-aaaa-4bbb-8ccc-000000000002";
    private static final String JAN = "2026-01-01T10:00:00+00:00";
    private static final String FEB = "2026-02-01T10:00:00+00:00";

    private final TestDatabase database;

    AdoptingScoresTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void startsFromNothing() {
        OldSource.forget(database, "pattern_quality_metrics", "pattern_quality_history");
    }

    private static OldSource source(DatabaseKind kind) {
        return OldSource.of(kind).table(TABLE + COLUMNS + ")");
    }

    private static OldSource score(OldSource old, String id, String pattern, double score, String at) {
        return old.row(TABLE, id, pattern, score, 0.5, at, "1.0.0", "{}", at, at);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void takesTheNewestAsTheCurrentScoreAndAllIntoTheHistory(DatabaseKind kind) {
        try (OldSource old = source(kind)) {
            score(old, "a", ONE, 0.9, JAN);
            score(old, "b", ONE.toUpperCase(Locale.ROOT), 0.4, FEB);
            score(old, "c", "{" + OTHER + "}", 0.7, JAN);

            List<TableReceipt> receipts = old.adoptInto(database);

            assertThat(receipts).containsExactly(new TableReceipt(TABLE, new Receipt(3, 2, 0, 0, 0, 1, 0), Map.of()));
            assertThat(database.query(
                            "SELECT pattern_id, quality_score FROM pattern_quality_metrics ORDER BY pattern_id"))
                    .extracting(row -> row.get("pattern_id") + " " + row.get("quality_score"))
                    .containsExactly(ONE + " 0.4", OTHER + " 0.7");
            assertThat(database.count("pattern_quality_history")).isEqualTo(3);
            assertThat(database.count("adopted_rows")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void findsNothingToDoTheSecondTimeAndNeverWritesToTheOldDatabase(DatabaseKind kind) {
        try (OldSource old = source(kind)) {
            score(old, "a", ONE, 0.9, JAN);
            score(old, "b", ONE, 0.4, FEB);
            score(old, "c", ONE, 0.8, FEB);
            score(old, "d", "none", 0.7, JAN);
            List<String> before = old.state(TABLE);
            old.adoptInto(database);
            List<Map<String, Object>> stored = stored();

            List<TableReceipt> again = old.adoptInto(database);

            assertThat(again).singleElement().satisfies(receipt -> {
                assertThat(receipt.isUnchanged()).isTrue();
                assertThat(receipt.receipt()).isEqualTo(new Receipt(4, 0, 0, 1, 0, 2, 1));
            });
            assertThat(stored()).isEqualTo(stored);
            assertThat(old.state(TABLE)).isEqualTo(before);
        }
    }

    @SuppressWarnings("NullAway")
    private List<Map<String, Object>> stored() {
        return List.copyOf(database.query("SELECT 'm' AS t, id, row_version, updated_at FROM pattern_quality_metrics"
                + " UNION ALL SELECT 'h', id, row_version, updated_at FROM pattern_quality_history"
                + " UNION ALL SELECT reason, NULL, 0, created_at FROM adopted_rows ORDER BY 1, 2"));
    }

    @Test
    void keepsTheIdOfTheScoreThatStaysWhereItIsFree() {
        String former = "aaaaaaaa-0000-4000-8000-00000000000";
        try (OldSource one = source(DatabaseKind.SQLITE);
                OldSource other = source(DatabaseKind.SQLITE)) {
            score(one, former + 1, ONE, 0.9, JAN);
            score(one, former + 2, ONE, 0.4, FEB);
            one.adoptInto(database);
            score(other, former + 2, OTHER, 0.4, FEB);
            other.adoptInto(database);

            assertThat(database.query("SELECT id FROM pattern_quality_metrics ORDER BY pattern_id"))
                    .extracting(row -> row.get("id"))
                    .hasSize(2)
                    .startsWith(former + 2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsTheLoserOfOneTimeAndTellsEqualOnesFromOthers() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            score(old, "a", ONE, 0.4, JAN);
            score(old, "b", ONE, 0.9, JAN);
            score(old, "c", ONE, 0.9, JAN);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(3, 1, 0, 0, 0, 2, 0));
            assertThat(receipt.kept()).isEqualTo(Map.of(Reason.OLDER, 1L, Reason.MERGED, 1L));
            assertThat(database.value("SELECT quality_score FROM pattern_quality_metrics"))
                    .isEqualTo(0.9);
            assertThat(OldSource.keptIn(database, TABLE)).contains("a older").hasSize(2);
        }
    }

    @Test
    void keepsWhatCannotBeAScoreWithItsReason() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.row(TABLE, "null", null, 0.5, 0.5, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "word", "pattern-7", 0.5, 0.5, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "high", ONE, 1.01, 0.5, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "low", ONE, 0.5, -0.01, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "infinite", ONE, 0.5, Double.POSITIVE_INFINITY, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "noscore", ONE, null, 0.5, JAN, "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "notime", ONE, 0.5, 0.5, "yesterday", "1.0.0", "{}", JAN, JAN);
            old.row(TABLE, "nojson", ONE, 0.5, 0.5, JAN, "1.0.0", "{completeness", JAN, JAN);
            old.row(TABLE, "range", ONE, 0.5, 0.5, JAN, "1.0.0", "{\"complexity_score\":2}", JAN, JAN);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(9, 0, 0, 0, 0, 0, 9));
            assertThat(OldSource.keptIn(database, TABLE))
                    .contains("null null-key", "word invalid-key", "infinite invalid-value", "nojson invalid-value")
                    .hasSize(9);
            assertThat(database.count("pattern_quality_history")).isZero();
            assertThat(String.valueOf(database.value("SELECT row FROM adopted_rows WHERE source_key = 'infinite'")))
                    .contains("\"confidence\":\"Infinity\"", "\"pattern_id\":\"" + ONE + "\"");
        }
    }

    @Test
    void takesDefaultsAndReadsTimesInEveryForm() {
        try (OldSource old = OldSource.of(DatabaseKind.SQLITE)
                .table(TABLE + " (patternId TEXT, qualityScore REAL, confidence REAL, measurementTimestamp)")) {
            old.row(TABLE, ONE, 1, 0, 1_767_261_600_000L);
            old.row(TABLE, OTHER, "0.25", 1, "2026-01-01 10:00:00.5");

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt().inserted()).isEqualTo(2);
            assertThat(database.query("SELECT * FROM pattern_quality_metrics ORDER BY pattern_id"))
                    .extracting(
                            row -> row.get("measurement_timestamp") + " " + row.get("version") + row.get("metadata"))
                    .containsExactly("2026-01-01T10:00:00.000000Z 1.0.0{}", "2026-01-01T10:00:00.500000Z 1.0.0{}");
        }
    }

    @Test
    void readsATableThatRefersToPatternsAndKeepsItsUnknownColumns() {
        try (OldSource old = OldSource.of(database.kind()).table("patterns (id TEXT PRIMARY KEY)")) {
            old.table(TABLE + COLUMNS + ", reviewer TEXT, FOREIGN KEY (pattern_id) REFERENCES " + old.name("patterns")
                    + " (id))");
            old.sql("INSERT INTO " + old.name("patterns") + " VALUES ('" + ONE + "'), ('" + OTHER + "')");
            old.row(TABLE, "a", ONE, 0.5, 0.5, JAN, "1.0.0", "{}", JAN, JAN, "ada");
            old.row(TABLE, "b", OTHER, 0.5, 0.5, JAN, "1.0.0", "{}", JAN, JAN, null);

            TableReceipt receipt = old.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(2, 2, 0, 0, 0, 0, 0));
            assertThat(OldSource.keptIn(database, TABLE)).containsExactly("a unknown-column");
        }
    }

    @Test
    void leavesANewerScoreThatIsHere() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            score(old, "a", ONE, 0.4, FEB);
            old.adoptInto(database);
        }
        try (OldSource older = source(DatabaseKind.SQLITE)) {
            score(older, "a", ONE, 0.9, JAN);

            TableReceipt receipt = older.adoptInto(database).get(0);

            assertThat(receipt.receipt()).isEqualTo(new Receipt(1, 0, 0, 0, 1, 0, 0));
            assertThat(database.value("SELECT quality_score FROM pattern_quality_metrics"))
                    .isEqualTo(0.4);
            assertThat(database.count("pattern_quality_history")).isEqualTo(2);
        }
    }

    @Test
    void predictsTheReceiptWithoutWritingARow() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            score(old, "a", ONE, 0.4, FEB);
            score(old, "b", ONE, 0.5, JAN);
            score(old, "c", "none", 0.5, JAN);

            List<TableReceipt> predicted = old.rehearseInto(database);

            assertThat(database.count("pattern_quality_metrics")
                            + database.count("pattern_quality_history")
                            + database.count("adopted_rows"))
                    .isZero();
            assertThat(old.adoptInto(database)).isEqualTo(predicted);
        }
    }

    @Test
    void reportsTheSameWhereverAChunkEnds() {
        try (OldSource old = source(DatabaseKind.SQLITE)) {
            old.sql("WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2499)"
                    + " INSERT INTO " + TABLE + " SELECT 'r' || i,"
                    + " CASE WHEN i < 2400 THEN '" + ONE + "' ELSE '" + OTHER + "' END,"
                    + " (i % 100) / 100.0, 0.5, 1767261600000 + (i / 2) * 1000, NULL, NULL, NULL, NULL FROM n");

            List<TableReceipt> predicted = old.rehearseInto(database);
            List<TableReceipt> adopted = old.adoptInto(database);

            assertThat(adopted).isEqualTo(predicted).singleElement().satisfies(receipt -> {
                assertThat(receipt.receipt()).isEqualTo(new Receipt(2_500, 2, 0, 0, 0, 2_498, 0));
                assertThat(receipt.kept()).isEqualTo(Map.of(Reason.OLDER, 1_250L));
            });
            assertThat(database.count("pattern_quality_metrics")).isEqualTo(2);
            assertThat(database.count("pattern_quality_history")).isEqualTo(1_250);
        }
    }
}
