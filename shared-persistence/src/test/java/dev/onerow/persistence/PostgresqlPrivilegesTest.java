package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A role that may do everything but one thing: the proof says which, and its repair is what the owner has to grant. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class PostgresqlPrivilegesTest {
    private final TestDatabase database;
    private final String role =
            "onerow_role_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    PostgresqlPrivilegesTest(TestDatabase template) {
        this.database = template.another(true);
    }

    @BeforeEach
    void aRoleThatMayDoEverything() {
        database.runScript("readings");
        database.runScript("laws");
        database.run(List.of(
                "CREATE ROLE " + role + " LOGIN PASSWORD 'works'",
                "GRANT USAGE ON SCHEMA onerow TO " + role,
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA onerow TO " + role));
        database.with("onerow.database.user", role)
                .with("onerow.database.password", "works")
                .with("onerow.database.migrate", false);
        assertThat(prove().findings()).noneMatch(finding -> finding.text().contains("this role"));
    }

    @AfterEach
    void isDropped() {
        database.stop();
        database.run(List.of("DROP OWNED BY " + role, "DROP ROLE " + role));
        database.close();
    }

    @Test
    void missesTheRightToLookIntoTheSchema() {
        isGrantedAgain(
                "REVOKE USAGE ON SCHEMA onerow FROM " + role,
                "reading_counts: this role may not look into schema onerow",
                "GRANT USAGE ON SCHEMA onerow TO " + role);
    }

    @Test
    void missesTheRightToReadWhatIsCompared() {
        isGrantedAgain(
                "REVOKE SELECT ON reading_counts FROM " + role,
                "reading_counts: this role may not SELECT, INSERT and UPDATE all of its columns",
                "GRANT SELECT, INSERT, UPDATE ON \"reading_counts\" TO " + role);
    }

    @Test
    void missesTheRightToUpdateOneColumn() {
        database.sql("REVOKE UPDATE ON reading_counts FROM " + role);
        isGrantedAgain(
                "GRANT UPDATE (label, count, first_seen, last_seen, version, updated_at) ON reading_counts TO " + role,
                "reading_counts: this role may not SELECT, INSERT and UPDATE all of its columns",
                "GRANT SELECT, INSERT, UPDATE ON \"reading_counts\" TO " + role);
    }

    @Test
    void missesTheRightToUseTheSequenceOfADefault() {
        database.run(List.of("ALTER TABLE reading_counts ALTER COLUMN id DROP IDENTITY", "CREATE SEQUENCE numbers"));
        isGrantedAgain(
                "ALTER TABLE reading_counts ALTER COLUMN id SET DEFAULT nextval('numbers')",
                "reading_counts: this role may not use sequence numbers, which fills column id",
                "GRANT USAGE ON SEQUENCE numbers TO " + role);
    }

    private void isGrantedAgain(String loss, String problem, String grant) {
        database.sql(loss);

        SchemaProof.Result result = prove();

        assertThat(result.report()).contains("DEFECT  " + problem, "repair:  " + grant + ";");
        result.defects().forEach(defect -> database.run(defect.repair()));
        assertThat(prove().report()).doesNotContain("DEFECT");
        Store<ReadingCount> counts = database.bean(Stores.class).of(ReadingCount.class);
        assertThat(counts.upsert(ReadingCount.of(role, 404, 1)).outcome()).isEqualTo(Outcome.INSERTED);
    }

    private SchemaProof.Result prove() {
        return database.bean(SchemaProof.class).prove();
    }
}
