package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void tellsTheDatabaseByThePrefix() {
        assertThat(DatabaseUrl.parse("jdbc:sqlite:onerow.db").kind()).isEqualTo(DatabaseKind.SQLITE);
        assertThat(DatabaseUrl.parse("jdbc:postgresql://host/db").kind()).isEqualTo(DatabaseKind.POSTGRESQL);
        assertThat(DatabaseUrl.parse("JDBC:PostgreSQL:db").kind()).isEqualTo(DatabaseKind.POSTGRESQL);
    }

    @Test
    void takesParametersAndCredentialsOutOfThePlace() {
        DatabaseUrl url =
                DatabaseUrl.parse("jdbc:postgresql://ada:p%40ss+word@one:5432,two/db?ssl=true&password=x%26y&flag");

        assertThat(url.base()).isEqualTo("jdbc:postgresql://one:5432,two/db").isEqualTo(url.toString());
        assertThat(url.parameters())
                .containsExactly(
                        entry("user", "ada"), entry("password", "x&y"), entry("ssl", "true"), entry("flag", ""));
        assertThat(DatabaseUrl.parse("jdbc:postgresql://ada:p%40ss+word%@one/db")
                        .parameters())
                .containsEntry("password", "p%40ss%2Bword%");
    }

    @Test
    void leavesTheParametersOfAnSqliteFileToTheFile() {
        assertThat(DatabaseUrl.parse("jdbc:sqlite:file:a.db?vfs=unix").base())
                .isEqualTo("jdbc:sqlite:file:a.db?vfs=unix");
    }

    @Test
    void refusesOtherDatabasesWithoutRepeatingTheUrl() {
        for (String url : List.of("jdbc:mysql://secret@host/db", "postgres://secret@host/db", "secret", "")) {
            assertThatExceptionOfType(UnusableDatabase.class)
                    .isThrownBy(() -> DatabaseUrl.parse(url))
                    .withMessageContaining("jdbc:postgresql:")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void refusesAnSqliteDatabaseInMemory() {
        for (String url :
                List.of("jdbc:sqlite:", "jdbc:sqlite::memory:", "jdbc:sqlite:file:a?mode=memory", "jdbc:sqlite:?a=b")) {
            assertThatExceptionOfType(UnusableDatabase.class)
                    .isThrownBy(() -> DatabaseUrl.parse(url))
                    .withMessageContaining("must name a file");
        }
    }

    @Test
    void hidesUrlAndPasswordOfTheSettings() {
        DatabaseSettings settings = new DatabaseSettings(
                "jdbc:postgresql://host/db?password=secret", "ada", "secret", true, false, "db/migration");

        assertThat(settings.toString()).contains("ada").doesNotContain("secret");
    }

    @Test
    void takesAnEmptySettingForNone() {
        DatabaseSettings settings = new DatabaseSettings(" ", "", "", true, false, "db/migration");

        assertThat(settings.url()).isEqualTo("jdbc:sqlite:onerow.db");
        assertThat(settings.user()).isNull();
        assertThat(settings.password()).isNull();
    }
}
