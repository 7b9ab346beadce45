package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code check} prints only repairs that help. */
@OnBothDatabases(migrated = false)
class CheckIT {
    private final TestDatabase database;

    CheckIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void sendsAnEmptyDatabaseToTheMigrationsWithoutARepair() throws Exception {
        try (TestDatabase empty = database.another(false)) {
            empty.sql(empty.kind() == DatabaseKind.SQLITE ? "CREATE TABLE mine (a TEXT)" : "CREATE SCHEMA mine");

            OnerowProcess checked = OnerowProcess.run("check", empty.url(), Map.of());

            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.output())
                    .contains("migrations are not applied to this database yet", "./onerow serve", "1 defect in ")
                    .doesNotContain("repair:", "CREATE TABLE", "\tat ");
            assertThat(checked.repairs()).isEmpty();
        }
    }

    @Test
    void sendsATableThatIsGoneToTheBackup() throws Exception {
        try (TestDatabase broken = database.another(true)) {
            broken.sql("DROP TABLE http_error_summary");

            OnerowProcess checked = OnerowProcess.run("check", broken.url(), Map.of());

            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.output())
                    .contains("DEFECT  http_error_summary: there is no such table, though V0001__", "from a backup")
                    .doesNotContain("CREATE TABLE");
        }
    }
}
