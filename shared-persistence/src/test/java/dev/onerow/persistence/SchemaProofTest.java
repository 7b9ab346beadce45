package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Breaks the live schema in every way that has a repair, and runs the repair as it is printed. */
@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
@Execution(ExecutionMode.CONCURRENT) // Each test has a database of its own.
class SchemaProofTest {
    private final TestDatabase fresh;

    SchemaProofTest(TestDatabase fresh) {
        this.fresh = fresh;
    }

    @Test
    void holdsForWhatTheScriptsMake() {
        try (TestDatabase database = readings()) {
            SchemaProof.Result result = prove(database);

            assertThat(result.defects()).isEmpty();
            assertThat(result.tables()).isGreaterThanOrEqualTo(3);
            assertThat(result.holds()).isTrue();
        }
    }

    @Test
    void missesATableAndMakesIt() {
        repairs(List.of("DROP TABLE reading_notes"), "reading_notes: there is no such table");
    }

    @Test
    void missesTheUniqueIndexAndListsTheRowsInTheWay() {
        try (TestDatabase database = readings()) {
            database.run(withoutUnique(database));
            database.run(List.of(insertCount("OSL"), insertCount("OSL"), insertCount("BGO")));

            SchemaProof.Finding finding = prove(database).defects().get(0);

            assertThat(finding.text()).contains("reading_counts: no unique index over exactly");
            assertThat(database.query(finding.inTheWay().get(0))).hasSize(1);
            assertThatThrownBy(() -> database.run(finding.repair())).isInstanceOf(IllegalArgumentException.class);
            database.sql("DELETE FROM reading_counts");
            database.run(finding.repair());
            assertThat(prove(database).holds()).isTrue();
        }
    }

    @Test
    void takesNoIndexOverMoreOrFewerColumns() {
        try (TestDatabase database = readings()) {
            database.run(withoutUnique(database));
            database.run(List.of(
                    "CREATE UNIQUE INDEX wider ON reading_counts (station, code, label)",
                    "CREATE UNIQUE INDEX narrower ON reading_counts (station)",
                    "CREATE UNIQUE INDEX other_than_it_looks ON reading_counts (lower(station))"));

            SchemaProof.Result result = prove(database);

            assertThat(result.report())
                    .contains(
                            "no unique index over exactly",
                            "also unique over [station]",
                            "also unique over an expression by other_than_it_looks");
            repaired(database, result);
        }
    }

    @Test
    void takesNoPartialIndex() {
        try (TestDatabase database = readings()) {
            database.run(withoutUnique(database));
            database.sql("CREATE UNIQUE INDEX partial_one ON reading_counts (station, code) WHERE code > 0");

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("partial_one is partial");
            repaired(database, result);
        }
    }

    @Test
    void takesNoKeyThatIgnoresCase() {
        assumeTrue(
                fresh.kind() == DatabaseKind.SQLITE,
                "PostgreSQL has collations instead, see PostgresqlSchemaProofTest");
        repairs(
                List.of(
                        "DROP TABLE reading_notes",
                        "CREATE TABLE reading_notes (id INTEGER PRIMARY KEY, station TEXT NOT NULL,"
                                + " position INTEGER NOT NULL, note TEXT NOT NULL, created_at TEXT NOT NULL) STRICT",
                        "CREATE UNIQUE INDEX careless ON reading_notes (station COLLATE NOCASE, position)"),
                "careless compares by the collation NOCASE");
    }

    @Test
    void missesAColumnAndAddsIt() {
        repairs(List.of("ALTER TABLE reading_states DROP COLUMN level"), "has no column level");
        repairs(List.of("ALTER TABLE reading_counts DROP COLUMN label"), "has no column label");
    }

    @Test
    void refusesAColumnThatIsNotSupplied() {
        try (TestDatabase database = readings()) {
            database.sql("ALTER TABLE reading_counts ADD COLUMN other text NOT NULL DEFAULT 'x'");
            assertThat(prove(database).holds()).isTrue();
        }
        repairs(
                List.of(
                        "DROP TABLE reading_notes",
                        fresh.kind() == DatabaseKind.SQLITE
                                ? "CREATE TABLE reading_notes (id INTEGER PRIMARY KEY, station TEXT NOT NULL, position INTEGER NOT NULL,"
                                        + " note TEXT NOT NULL, author TEXT NOT NULL, created_at TEXT NOT NULL, UNIQUE (station, position)) STRICT"
                                : "CREATE TABLE reading_notes (id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, station text NOT NULL,"
                                        + " position integer NOT NULL, note text NOT NULL, author text NOT NULL,"
                                        + " created_at timestamptz NOT NULL, UNIQUE (station, position))"),
                "author is NOT NULL without default");
    }

    @Test
    void refusesAKeyThatTakesNull() {
        repairs(
                fresh.kind() == DatabaseKind.SQLITE
                        ? List.of(
                                "DROP TABLE reading_counts",
                                "CREATE TABLE reading_counts (id INTEGER PRIMARY KEY, station TEXT, code INTEGER NOT NULL, label TEXT NOT NULL,"
                                        + " count INTEGER NOT NULL CHECK (count >= 1), first_seen TEXT, last_seen TEXT, note TEXT,"
                                        + " version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,"
                                        + " UNIQUE (code, station)) STRICT")
                        : List.of("ALTER TABLE reading_counts ALTER COLUMN station DROP NOT NULL"),
                "column station takes NULL, its member does not: a NULL in the key never conflicts");
    }

    @Test
    void refusesAColumnOfAnotherType() {
        repairs(
                fresh.kind() == DatabaseKind.SQLITE
                        ? List.of(
                                "DROP TABLE reading_notes",
                                "CREATE TABLE reading_notes (id INTEGER PRIMARY KEY, station TEXT NOT NULL, position TEXT NOT NULL,"
                                        + " note TEXT NOT NULL, created_at TEXT NOT NULL, UNIQUE (station, position)) STRICT")
                        : List.of("ALTER TABLE reading_notes ALTER COLUMN position TYPE text"),
                "column position is");
    }

    @Test
    void tellsOfATriggerAndStartsAllTheSame() {
        try (TestDatabase database = readings()) {
            database.run(
                    database.kind() == DatabaseKind.SQLITE
                            ? List.of("CREATE TRIGGER watch BEFORE INSERT ON reading_counts BEGIN SELECT 1; END")
                            : List.of(
                                    "CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                                    "CREATE TRIGGER watch BEFORE INSERT ON reading_counts FOR EACH ROW EXECUTE FUNCTION watch()"));

            SchemaProof.Result result = prove(database);

            assertThat(result.holds()).isTrue();
            assertThat(result.report()).contains("trigger watch fires for the proposed row and again on conflict");
        }
    }

    @Test
    void stopsTheStartWithTheRepairAndLetsItGoOnAfterwards() {
        try (TestDatabase database = readings()) {
            database.run(withoutUnique(database));
            database.with("onerow.proof.at-start", true);

            assertThatThrownBy(database::context)
                    .hasStackTraceContaining("UnprovenSchema")
                    .hasStackTraceContaining("CREATE UNIQUE INDEX");

            database.sql("CREATE UNIQUE INDEX back ON reading_counts (station, code)");
            assertThat(database.context().isRunning()).isTrue();
        }
    }

    @Test
    void namesTheIndexThatVanishedWhileRunning() {
        try (TestDatabase database = readings()) {
            Store<ReadingCount> counts = database.bean(Stores.class).of(ReadingCount.class);
            counts.upsert(ReadingCount.of("OSL", 404, 1));
            database.run(withoutUnique(database));

            assertThatThrownBy(() -> counts.upsert(ReadingCount.of("OSL", 404, 1)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("reading_counts has lost its unique index over (station, code)");
        }
    }

    @Test
    void namesTheTableThatVanishedWhileRunning() {
        try (TestDatabase database = readings()) {
            Store<ReadingCount> counts = database.bean(Stores.class).of(ReadingCount.class);
            counts.upsert(ReadingCount.of("OSL", 404, 1));
            database.sql("DROP TABLE reading_counts");

            for (int call = 0; call < 2; call++) {
                assertThatThrownBy(() -> counts.upsert(ReadingCount.of("OSL", 404, 1)))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining("Table reading_counts is not there any more");
            }
        }
    }

    private void repairs(List<String> damage, String problem) {
        try (TestDatabase database = readings()) {
            database.run(damage);

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains(problem);
            repaired(database, result);
        }
    }

    private static void repaired(TestDatabase database, SchemaProof.Result result) {
        assertThat(result.holds()).isFalse();
        result.defects()
                .forEach(defect -> assertThat(defect.repair()).as(defect.text()).isNotEmpty());
        result.defects().forEach(defect -> database.run(defect.repair()));
        assertThat(prove(database).report()).doesNotContain("DEFECT");
    }

    private static SchemaProof.Result prove(TestDatabase database) {
        return database.bean(SchemaProof.class).prove();
    }

    private TestDatabase readings() {
        TestDatabase database = fresh.another(true);
        database.runScript("readings");
        database.runScript("laws");
        return database;
    }

    private static List<String> withoutUnique(TestDatabase database) {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            return List.of("ALTER TABLE reading_counts DROP CONSTRAINT reading_counts_code_station_key");
        }
        List<String> statements = new ArrayList<>();
        statements.add("DROP TABLE reading_counts");
        statements.add(
                "CREATE TABLE reading_counts (id INTEGER PRIMARY KEY, station TEXT NOT NULL, code INTEGER NOT NULL,"
                        + " label TEXT NOT NULL, count INTEGER NOT NULL CHECK (count >= 1), first_seen TEXT, last_seen TEXT, note TEXT,"
                        + " version INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT");
        return statements;
    }

    private static String insertCount(String station) {
        return "INSERT INTO reading_counts (station, code, label, count, version, created_at, updated_at) VALUES ('"
                + station + "', 1, 'x', 1, 1, '2026-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z')";
    }
}
