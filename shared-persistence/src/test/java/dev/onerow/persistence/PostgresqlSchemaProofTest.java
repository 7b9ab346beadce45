package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Defects that only PostgreSQL can have: SQLite has no invalid or deferrable index, no roles and no sequences. */
@OnBothDatabases(postgres = {15, 18})
@Execution(ExecutionMode.CONCURRENT) // Each test has a database of its own.
class PostgresqlSchemaProofTest {
    private final TestDatabase fresh;

    PostgresqlSchemaProofTest(TestDatabase fresh) {
        this.fresh = fresh;
    }

    @BeforeEach
    void onPostgresqlOnly() {
        assumeTrue(fresh.kind() == DatabaseKind.POSTGRESQL, "SQLite has nothing of this");
    }

    @Test
    void takesNoInvalidIndex() {
        try (TestDatabase database = withoutUnique()) {
            database.run(List.of(insert(), insert()));
            assertThatThrownBy(() ->
                            database.sql("CREATE UNIQUE INDEX CONCURRENTLY broken ON reading_counts (station, code)"))
                    .isInstanceOf(IllegalArgumentException.class);

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("broken is INVALID: its building failed", "DROP INDEX broken");
            database.sql("DELETE FROM reading_counts");
            repaired(database, result);
        }
    }

    @Test
    void takesNoDeferrableConstraint() {
        try (TestDatabase database = withoutUnique()) {
            database.sql(
                    "ALTER TABLE reading_counts ADD CONSTRAINT later UNIQUE (station, code) DEFERRABLE INITIALLY DEFERRED");

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("is deferrable");
            repaired(database, result);
        }
    }

    @Test
    void takesNoExclusionConstraint() {
        try (TestDatabase database = withoutUnique()) {
            database.sql(
                    "ALTER TABLE reading_counts ADD CONSTRAINT apart EXCLUDE USING btree (station WITH =, code WITH =)");

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("is an exclusion constraint");
            repaired(database, result);
        }
    }

    @Test
    void takesNoIndexOverAnExpressionOrOfAKeyThatIgnoresCase() {
        try (TestDatabase database = withoutUnique()) {
            database.sql("CREATE UNIQUE INDEX lowered ON reading_counts (lower(station), code)");

            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("no unique index over exactly");
            repaired(database, result);
        }
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                    "ALTER TABLE reading_counts ALTER COLUMN station TYPE text COLLATE careless"));

            assertThat(prove(database).report())
                    .contains("DEFECT  reading_counts: key column station has a collation for which different texts");
        }
    }

    @Test
    void refusesToSupplyAColumnThatTheDatabaseComputes() {
        try (TestDatabase database = readings()) {
            database.run(
                    List.of(
                            "ALTER TABLE reading_states DROP COLUMN level",
                            "ALTER TABLE reading_states ADD COLUMN level double precision GENERATED ALWAYS AS (revision) STORED"));

            assertThat(prove(database).report()).contains("column level is computed by the database");
        }
    }

    @Test
    void refusesTypesThatCutOrRefuseValues() {
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "ALTER TABLE reading_counts ALTER COLUMN label TYPE varchar(10)",
                    "ALTER TABLE reading_counts ALTER COLUMN first_seen TYPE timestamptz(0)",
                    "ALTER TABLE reading_counts ALTER COLUMN last_seen TYPE timestamptz(6)",
                    "ALTER TABLE reading_counts ALTER COLUMN note TYPE varchar",
                    "ALTER TABLE law_rows ALTER COLUMN price TYPE numeric(10,2)"));

            SchemaProof.Result result = prove(database);

            assertThat(result.defects())
                    .extracting(SchemaProof.Finding::problem)
                    .containsExactlyInAnyOrder(
                            "column label is character varying(10), which does not keep text COLLATE \"C\"",
                            "column first_seen is timestamp(0) with time zone, which does not keep timestamptz",
                            "column price is numeric(10,2), which does not keep numeric");
            repaired(database, result);
        }
    }

    @Test
    void missesThePrivilegesOfARoleAndGrantsThem() {
        String role = "onerow_reader_" + UUID.randomUUID().toString().replace("-", "");
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "CREATE ROLE " + role + " LOGIN PASSWORD 'reads'",
                    "GRANT USAGE ON SCHEMA onerow TO " + role,
                    "GRANT SELECT ON ALL TABLES IN SCHEMA onerow TO " + role));
            try {
                database.with("onerow.database.user", role)
                        .with("onerow.database.password", "reads")
                        .with("onerow.database.migrate", false)
                        .with("onerow.proof.at-start", false);

                SchemaProof.Result result = prove(database);

                assertThat(result.report())
                        .contains(
                                "DEFECT  reading_counts: this role may not SELECT, INSERT and UPDATE all of its columns")
                        .contains("note    reading_counts: this role may not DELETE from it")
                        .contains("GRANT SELECT, INSERT, UPDATE ON ");
                repaired(database, result);
                Store<ReadingCount> counts = database.bean(Stores.class).of(ReadingCount.class);
                assertThat(counts.upsert(ReadingCount.of("OSL", 404, 1)).outcome())
                        .isEqualTo(Outcome.INSERTED);
            } finally {
                database.stop();
                database.run(List.of("DROP OWNED BY " + role, "DROP ROLE " + role));
            }
        }
    }

    @Test
    void warnsOfAnIntegerSequenceAndRefusesAnExhaustedOne() {
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "ALTER TABLE reading_notes ALTER COLUMN id DROP IDENTITY",
                    "ALTER TABLE reading_notes ALTER COLUMN id TYPE bigint",
                    "CREATE SEQUENCE small AS integer OWNED BY reading_notes.id",
                    "ALTER TABLE reading_notes ALTER COLUMN id SET DEFAULT nextval('small')"));
            assertThat(prove(database).holds()).isTrue();
            assertThat(prove(database).report()).contains("small is integer and has 2147483647 values left");
            MeterRegistry meters = database.bean(MeterRegistry.class);
            assertThat(left(meters)).isEqualTo(2_147_483_647);

            database.sql("SELECT setval('small', 2147000000)");
            assertThat(prove(database).report()).contains("small is integer and near its end: 483647 values left");
            assertThat(left(meters)).isEqualTo(483_647);

            database.sql("SELECT setval('small', 2147483647)");
            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("near its end: 0 values left");
            repaired(database, result);
        }
    }

    private static double left(MeterRegistry meters) {
        return meters.get("onerow.sequence.values.left")
                .tag("table", "reading_notes")
                .tag("sequence", "small")
                .gauge()
                .value();
    }

    @Test
    void tellsOfRowLevelSecurity() {
        try (TestDatabase database = readings()) {
            database.sql("ALTER TABLE reading_counts ENABLE ROW LEVEL SECURITY");

            assertThat(prove(database).report()).contains("row level security is on");
        }
    }

    @Test
    void refusesAViewInPlaceOfTheTable() {
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "ALTER TABLE reading_counts RENAME TO kept_counts",
                    "CREATE VIEW reading_counts AS SELECT * FROM kept_counts"));

            assertThat(prove(database).report()).contains("is no table but a relation of kind v");
        }
    }

    private static void repaired(TestDatabase database, SchemaProof.Result result) {
        assertThat(result.holds()).isFalse();
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

    private TestDatabase withoutUnique() {
        TestDatabase database = readings();
        database.sql("ALTER TABLE reading_counts DROP CONSTRAINT reading_counts_code_station_key");
        return database;
    }

    private static String insert() {
        return "INSERT INTO reading_counts (station, code, label, count, version, created_at, updated_at)"
                + " VALUES ('OSL', 1, 'x', 1, 1, now(), now())";
    }
}
