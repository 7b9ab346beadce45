package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator gets wrong first is told in one line that names what to change. */
@OnDatabase(DatabaseKind.SQLITE)
class StartMistakesIT {
    private final TestDatabase database;

    StartMistakesIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void nameTheUrlOfADatabaseThatCannotBeUsed(@TempDir Path folder) throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "no database\n".repeat(500));

        assertThat(oneLine("jdbc:postgresql://127.0.0.1:1/some", Map.of()))
                .contains("jdbc:postgresql://127.0.0.1:1/some", "refused", "ONEROW_DATABASE_URL");
        assertThat(oneLine("jdbc:sqlite:" + folder + "/none/some.db", Map.of()))
                .contains("There is no folder " + folder + "/none", "ONEROW_DATABASE_URL");
        assertThat(oneLine("jdbc:sqlite:" + letter, Map.of())).contains(letter.toString(), "ONEROW_DATABASE_URL");
    }

    @Test
    void nameThePortThatIsTakenOrIsNone() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(oneLine(database.url(), Map.of("ONEROW_PORT", port)))
                    .contains("127.0.0.1:" + port, "in use", "set ONEROW_PORT to another port");
        }
        assertThat(oneLine(database.url(), Map.of("ONEROW_PORT", "http")))
                .isEqualTo("ONEROW_PORT is \"http\"; wanted is a port, 0 to 65535.");
        assertThat(oneLine(database.url(), Map.of("ONEROW_HOST", "192.0.2.1", "ONEROW_ALLOW_ANONYMOUS", "true")))
                .contains("192.0.2.1:", "ONEROW_HOST wants an address of this machine");
    }

    @Test
    void nameTheSettingThatCannotBeRead() throws Exception {
        assertThat(oneLine(database.url(), Map.of("ONEROW_DATABASE_MIGRATE", "maybe")))
                .isEqualTo("ONEROW_DATABASE_MIGRATE is \"maybe\"; wanted is true or false.");
        assertThat(oneLine(database.url(), Map.of("ONEROW_QUALITY_BACKFILL_LEASE", "long")))
                .isEqualTo("ONEROW_QUALITY_BACKFILL_LEASE is \"long\"; wanted is a time such as 20s.");
        assertThat(oneLine(database.url(), Map.of("ONEROW_LEDGER_ZONE", "Mars/Phobos")))
                .contains("ONEROW_LEDGER_ZONE is \"Mars/Phobos\", which is no time zone");
        assertThat(oneLine(database.url(), Map.of("ONEROW_QDRANT_URL", "no url")))
                .contains("ONEROW_QDRANT_URL is \"no url\"", "http://host:6334");
        assertThat(oneLine(database.url(), Map.of("MICRONAUT_SERVER_MAX_REQUEST_BUFFER_SIZE", "MUCH")))
                .contains("micronaut.server.max-request-buffer-size", "MUCH");
    }

    @Test
    void showWhereTheyWereMetOnlyToThoseWhoAskForDetails() throws Exception {
        OnerowProcess detailed = OnerowProcess.run(
                "serve", "jdbc:postgresql://127.0.0.1:1/some", Map.of("LOGGER_LEVELS_DEV_ONEROW", "DEBUG"));

        assertThat(detailed.exitCode()).isEqualTo(1);
        assertThat(detailed.output()).contains("\tat ", "Start that server");
    }

    private static String oneLine(String url, Map<String, String> variables) throws InterruptedException {
        OnerowProcess refused = OnerowProcess.run("serve", url, variables);

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output().lines()).as(refused.output()).hasSize(1);
        return refused.output().strip();
    }
}
