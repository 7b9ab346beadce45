package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases(migrated = false)
class MigrationsTest {
    private final TestDatabase template;
    private TestDatabase database;

    MigrationsTest(TestDatabase template) {
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
    void fillAnEmptyDatabaseAndFindNothingToDoTheNextTime() {
        database.context();
        List<?> history = database.query("SELECT * FROM onerow_schema_history");
        database.stop();
        database.context();

        assertThat(database.count("http_error_summary")).isZero();
        assertThat(database.query("SELECT * FROM onerow_schema_history")).isEqualTo(history);
    }

    @Test
    void applyOneThatCameLaterAndHasALowerNumber() {
        String versions = "SELECT version FROM onerow_schema_history ORDER BY version";
        database.context();
        List<?> all = database.query(versions);
        database.sql("DROP INDEX ix_raw_transactions_rejected");
        database.sql("DELETE FROM onerow_schema_history WHERE version = '0043'");
        database.stop();

        database.context();

        assertThat(database.query(versions)).isEqualTo(all);
    }

    @Test
    void stayOutWhenToldTo() {
        database.with("onerow.database.migrate", false).context();

        assertThat(tables()).isEmpty();
    }

    @Test
    void leaveOtherPeoplesTablesAlone() {
        ourSchema();
        List<String> foreign = database.kind() == DatabaseKind.POSTGRESQL
                ? List.of("public.customers", "onerow.customers", "public.http_error_summary")
                : List.of("customers");
        for (String table : foreign) {
            database.sql("CREATE TABLE " + table + " (name TEXT)");
            database.sql("INSERT INTO " + table + " VALUES ('Ada')");
        }

        database.context();

        for (String table : foreign) {
            assertThat(database.state(table)).containsExactly("{name=Ada}");
        }
        assertThat(database.count("http_error_summary")).isZero();
    }

    @Test
    void refuseAForeignTableWithOneOfOurNamesAndTouchNothing() {
        ourSchema();
        database.sql("CREATE TABLE http_error_summary (mine TEXT)");
        database.sql("INSERT INTO http_error_summary VALUES ('kept')");
        List<String> before = tables();

        assertThatThrownBy(database::context)
                .hasRootCauseInstanceOf(UnusableDatabase.class)
                .rootCause()
                .hasMessageContainingAll("http_error_summary", "Nothing was changed", "ONEROW_DATABASE_URL");

        assertThat(tables()).isEqualTo(before);
        assertThat(database.state("http_error_summary")).containsExactly("{mine=kept}");
    }

    @Test
    void refuseAForeignTableThatOnlyALaterMigrationMeets() {
        ourSchema();
        database.sql("CREATE TABLE half (mine TEXT)");
        database.with("onerow.database.migrations", "broken-migrations");
        List<String> before = tables();

        assertThatThrownBy(database::context)
                .hasRootCauseInstanceOf(UnusableDatabase.class)
                .rootCause()
                .hasMessageContaining("half");

        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void applyEachOneAsAWholeOrNotAtAll() {
        database.with("onerow.database.migrations", "broken-migrations");

        assertThatThrownBy(database::context).hasStackTraceContaining("cannot be brought up to date");

        assertThat(tables()).contains("fine").doesNotContain("half");
        assertThat(database.count("fine")).isZero();
        assertThat(database.value("SELECT max(version) FROM onerow_schema_history WHERE success"))
                .isEqualTo("0001");
    }

    @Test
    void agreeWhenSeveralProcessesStartAtOnce() {
        InParallel.run(6, thread -> {
            try (ApplicationContext context = ApplicationContext.run(database.settings())) {
                assertThat(context.isRunning()).isTrue();
            }
        });

        assertThat(database.count("http_error_summary")).isZero();
    }

    @Test
    void goOnAfterTheirProcessWasKilledInTheMiddleOfOne() throws IOException, InterruptedException {
        database.with("onerow.database.migrations", "slow-migrations");
        Process child = KilledMigration.start(database);
        while (!KilledMigration.isInTheMiddle(database)) {
            assertThat(child.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
        }

        child.destroyForcibly().waitFor();
        database.context();

        assertThat(tables()).contains("before_it", "numbers", "after_it");
        assertThat((Long) database.value("SELECT max(number) - count(*) FROM numbers"))
                .isZero();
        assertThat(database.value("SELECT max(version) FROM onerow_schema_history WHERE success"))
                .isEqualTo("0002");
    }

    private void ourSchema() {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.sql("CREATE SCHEMA onerow");
        }
    }

    private List<String> tables() {
        return database
                .query(
                        switch (database.kind()) {
                            case SQLITE -> "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
                            case POSTGRESQL ->
                                "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'onerow' ORDER BY 1";
                        })
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }
}
