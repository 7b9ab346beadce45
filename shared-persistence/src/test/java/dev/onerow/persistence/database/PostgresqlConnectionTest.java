package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseInUse;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase(value = DatabaseKind.POSTGRESQL, migrated = false)
class PostgresqlConnectionTest {
    private final TestDatabase template;
    private TestDatabase database;

    PostgresqlConnectionTest(TestDatabase template) {
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
    void worksInOurSchemaInUniversalTimeUnderOurName() {
        assertThat(ask("SHOW search_path")).isEqualTo("onerow");
        assertThat(ask("SHOW TimeZone")).isEqualTo("UTC");
        assertThat(ask("SHOW application_name")).isEqualTo("onerow");
        assertThat(ask("SHOW transaction_isolation")).isEqualTo("read committed");
    }

    @Test
    void keepsToOurSchemaWhateverTheUrlSays() {
        database.with(
                "onerow.database.url",
                database.url() + "&currentSchema=public&stringtype=varchar&ApplicationName=mine");

        assertThat(ask("SHOW search_path")).isEqualTo("onerow");
        assertThat(ask("SHOW application_name")).isEqualTo("mine");
        assertThat(database.count("http_error_summary")).isZero();
    }

    @Test
    void readsCommittedWhateverTheServersDefaultIs() {
        String name = String.valueOf(database.value("SELECT current_database()"));
        database.sql("ALTER DATABASE " + name + " SET default_transaction_isolation = 'serializable'");

        assertThat(ask("SHOW transaction_isolation")).isEqualTo("read committed");
    }

    @Test
    void needsNoMoreThanARoleThatMayCreateInTheDatabase() {
        String name = String.valueOf(database.value("SELECT current_database()"));
        String role = name + "_role";
        database.sql("CREATE ROLE " + role + " LOGIN NOSUPERUSER PASSWORD 'a secret'");
        try {
            database.sql("GRANT CREATE ON DATABASE " + name + " TO " + role);
            database.with("onerow.database.user", role).with("onerow.database.password", "a secret");

            assertThat(ask("SELECT current_user")).isEqualTo(role);
            assertThat(database.count("http_error_summary")).isZero();
            assertThat(database.bean(DatabaseInUse.class).toString()).doesNotContain("secret", role);
        } finally {
            database.stop();
            database.sql("DROP OWNED BY " + role);
            database.sql("DROP ROLE " + role);
        }
    }

    @Test
    void letsAMigrationBeSilentForLongerThanAnyOtherStatement() {
        database.with("onerow.database.url", database.url() + "&socketTimeout=1")
                .with("onerow.database.migrations", "sleeping-migrations");

        database.context();

        assertThatThrownBy(() -> ask("SELECT pg_sleep(3)::text"))
                .satisfies(failure ->
                        assertThat(StoreFailure.of(failure)).containsInstanceOf(StoreFailure.Unavailable.class));
    }

    @Test
    void repeatsNoPasswordWhenItCannotConnect() {
        database.with("onerow.database.url", "jdbc:postgresql://ada:a-secret@127.0.0.1:1/none?sslpassword=b-secret")
                .with("onerow.database.password", "c-secret");

        assertThatThrownBy(database::context)
                .hasStackTraceContaining("127.0.0.1:1")
                .satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain("secret");
                    }
                    assertThat(StoreFailure.of(failure)).containsInstanceOf(StoreFailure.Unavailable.class);
                });
    }

    private String ask(String query) {
        CurrentTransaction current = database.bean(CurrentTransaction.class);
        return database.bean(Transactions.class).write(() -> first(current.connection(), query));
    }

    private static String first(Connection connection, String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return Objects.requireNonNull(rows.getString(1));
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
