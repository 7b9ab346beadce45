package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A repair that makes what a migration is about to make would keep the migrations from ever being applied. */
@OnBothDatabases(migrated = false)
class UnmigratedProofTest {
    private final TestDatabase template;
    private TestDatabase database;

    UnmigratedProofTest(TestDatabase template) {
        this.template = template;
        this.database = template;
    }

    @BeforeEach
    void anEmptyDatabase() {
        database = template.another(false);
    }

    @AfterEach
    void dropIt() {
        database.close();
    }

    @Test
    void saysThatNothingIsMigratedAndRepairsNothing() {
        leaveAsItIs();

        SchemaProof.Result result = prove();

        assertThat(result.report()).contains("migrations are not applied", "from V0001__", "./onerow serve");
        assertThat(result.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.repair()).isEmpty());
    }

    @Test
    void saysWhereTheMigrationsEndAndRepairsNothing() {
        database.context();
        database.stop();
        Object last = database.value("SELECT max(version) FROM onerow_schema_history");
        database.sql("DELETE FROM onerow_schema_history WHERE version = ?", last);
        leaveAsItIs();

        SchemaProof.Result result = prove();

        assertThat(result.report()).contains("1 migration is not applied", "from V" + last + "__");
        assertThat(result.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.repair()).isEmpty());
    }

    @Test
    void looksAtTheTablesOnceAllIsMigrated() {
        database.context();
        database.stop();
        leaveAsItIs();

        assertThat(prove().report()).doesNotContain("migrations");
    }

    private void leaveAsItIs() {
        database.with("onerow.database.migrate", false).with("onerow.proof.at-start", false);
    }

    private SchemaProof.Result prove() {
        return database.bean(SchemaProof.class).prove();
    }
}
