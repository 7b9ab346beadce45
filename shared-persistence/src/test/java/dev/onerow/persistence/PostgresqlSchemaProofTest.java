package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Defects that only PostgreSQL can have: SQLite has no invalid or deferrable index, no roles and no sequences. */
@OnBothDatabases(postgres = {15, 18})
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
    void warnsOfAnIntegerSequenceAndRefusesAnExhaustedOne() {
        try (TestDatabase database = readings()) {
            database.run(List.of(
                    "ALTER TABLE reading_notes ALTER COLUMN id DROP IDENTITY",
                    "ALTER TABLE reading_notes ALTER COLUMN id TYPE bigint",
                    "CREATE SEQUENCE small AS integer OWNED BY reading_notes.id",
                    "ALTER TABLE reading_notes ALTER COLUMN id SET DEFAULT nextval('small')"));
            assertThat(prove(database).holds()).isTrue();
            assertThat(prove(database).report()).contains("small is integer and has 2147483647 values left");

            database.sql("SELECT setval('small', 2147483647)");
            SchemaProof.Result result = prove(database);

            assertThat(result.report()).contains("has 0 values left");
            repaired(database, result);
        }
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
