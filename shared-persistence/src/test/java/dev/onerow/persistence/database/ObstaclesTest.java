package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts on databases that cannot be used, and reads what the operator is told. */
@OnDatabase(value = DatabaseKind.POSTGRESQL, migrated = false)
class ObstaclesTest {
    private final TestDatabase template;

    ObstaclesTest(TestDatabase template) {
        this.template = template;
    }

    @Test
    void tellOfAServerThatIsAway() {
        assertThat(told("jdbc:postgresql://127.0.0.1:1/some"))
                .startsWith("jdbc:postgresql://127.0.0.1:1/some cannot be used: ")
                .contains("refused", "Start that server", "ONEROW_DATABASE_URL")
                .doesNotContain("\n");
    }

    @Test
    void tellOfAHostThatThereIsNot() {
        assertThat(told("jdbc:postgresql://no-such-host.invalid/some"))
                .contains("there is no host no-such-host.invalid", "ONEROW_DATABASE_URL");
    }

    @Test
    void tellOfADatabaseThatThereIsNot() {
        assertThat(told(template.url().replaceFirst("/[^/?]+(?=\\?|$)", "/there_is_none")))
                .contains("\"there_is_none\" does not exist", "CREATE DATABASE", "ONEROW_DATABASE_URL")
                .doesNotContain("\n");
    }

    @Test
    void tellOfARoleThatThereIsNot() {
        assertThat(told(template.url(), Map.of("onerow.database.user", "nobody_of_this_name")))
                .contains("nobody_of_this_name", "ONEROW_DATABASE_USER and ONEROW_DATABASE_PASSWORD");
    }

    @Test
    void tellOfARoleThatMayNotCreateOurSchema() {
        String role = "obstacles_" + template.value("SELECT current_database()");
        template.sql("CREATE ROLE " + role + " LOGIN PASSWORD 'short'");
        try {
            assertThat(told(template.url(), Map.of("onerow.database.user", role, "onerow.database.password", "short")))
                    .contains("permission denied", "GRANT CREATE ON DATABASE", "ONEROW_DATABASE_USER");
        } finally {
            template.sql("DROP ROLE " + role);
        }
    }

    @Test
    void tellOfAFolderThatThereIsNot(@TempDir Path folder) {
        Path missing = folder.resolve("missing");

        assertThat(told("jdbc:sqlite:" + missing.resolve("some.db")))
                .contains("There is no folder " + missing, "ONEROW_DATABASE_URL");
        assertThat(missing).doesNotExist();
    }

    @Test
    void tellOfAFileThatIsNoDatabase(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Ada, this is no database.\n".repeat(50));
        byte[] before = Files.readAllBytes(file);

        assertThat(told("jdbc:sqlite:" + file)).contains(file + " cannot be used", "ONEROW_DATABASE_URL");
        assertThat(told("jdbc:sqlite:" + file, Map.of("onerow.database.read-only", true)))
                .contains(file + " cannot be used", "ONEROW_DATABASE_URL");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void tellOfAFileThatIsNotThereWhenNoneMayBeMade(@TempDir Path folder) {
        Path file = folder.resolve("typo.db");

        assertThat(told("jdbc:sqlite:" + file, Map.of("onerow.database.read-only", true)))
                .contains("There is no file " + file, "./onerow serve", "ONEROW_DATABASE_URL");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void tellWhatAMigrationStumblesOver() {
        assertThat(told(template.url(), Map.of("onerow.database.migrations", "broken-migrations")))
                .contains("cannot be brought up to date", "V0002__");
    }

    private String told(String url) {
        return told(url, Map.of());
    }

    private String told(String url, Map<String, Object> settings) {
        try (TestDatabase own = template.another(false)) {
            own.with("onerow.database.url", url);
            settings.forEach(own::with);
            Throwable failure = catchThrowable(own::context);
            while (failure != null && !(failure instanceof UnusableDatabase)) {
                failure = failure.getCause();
            }
            assertThat(failure)
                    .as(Arrays.toString(new Object[] {url, settings}))
                    .isNotNull();
            return String.valueOf(failure == null ? null : failure.getMessage());
        }
    }
}
