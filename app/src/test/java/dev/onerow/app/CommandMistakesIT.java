package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command is given and cannot use, which no database has a say in, is told without anything being written. */
@OnDatabase(DatabaseKind.SQLITE)
class CommandMistakesIT {
    private final TestDatabase database;

    CommandMistakesIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void tellTheProblemOfAnImport(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("march.ofx"), ImportingByCommandIT.STATEMENT)
                .toString();

        OnerowProcess refused = run("import", file, "--account", "nobody");
        OnerowProcess missing = run("import", file + ".none", "--account", "nobody");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(ImportingByCommandIT.lastLine(refused)).startsWith("{\"type\":\"/problems/unknown-account\"");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.output()).contains("There is no file").doesNotContain("\tat ");
        assertThat(database.count("import_batches")).isZero();
    }

    @Test
    void tellThatQdrantIsNotThere() throws Exception {
        try (OnerowProcess onerow = run("backfill", "--qdrant-url", "http://127.0.0.1:1", "--collection", "a,b")) {
            assertThat(onerow.exitCode()).isEqualTo(1);
            assertThat(onerow.output()).contains(": failed", "/problems/source-unavailable");
        }
    }

    @Test
    void tellWhatMakesADatabaseToAdoptUseless() throws Exception {
        try (OldSource old = OldSource.of(DatabaseKind.SQLITE)
                        .table("rules (id ID, code TEXT)")
                        .row("rules", 1, "A");
                OnerowProcess refused = run("adopt", "--from", old.url());
                OnerowProcess missing = run("adopt", "--from", "jdbc:sqlite:/nowhere/at/all.db")) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.output())
                    .contains("LEFT OUT: it has no column rule_code, sql", "Nothing was written.")
                    .doesNotContain("\tat ");
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.output()).contains("There is no file").doesNotContain("\tat ");
            assertThat(database.count("adopted_rows")).isZero();
        }
    }

    private OnerowProcess run(String command, String... arguments) {
        return OnerowProcess.run(command, database.url(), Map.of(), arguments);
    }
}
