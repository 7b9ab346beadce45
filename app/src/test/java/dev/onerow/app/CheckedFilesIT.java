package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} of a file of SQLite changes nothing. */
class CheckedFilesIT {
    @Test
    void makesNoFile(@TempDir Path folder) throws Exception {
        Path typo = folder.resolve("typo.db");

        OnerowProcess checked = OnerowProcess.run("check", "jdbc:sqlite:" + typo, Map.of());

        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.output().lines()).hasSize(1);
        assertThat(checked.output()).contains("There is no file " + typo, "ONEROW_DATABASE_URL");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesAFileAsItIs() throws Exception {
        try (TestDatabase migrated = TestDatabase.fresh(DatabaseKind.SQLITE, true)) {
            Path file = Path.of(migrated.url().substring("jdbc:sqlite:".length()));
            Path folder = Objects.requireNonNull(file.getParent());
            migrated.sql("PRAGMA journal_mode = DELETE");
            Map<String, Integer> before = contents(folder);

            OnerowProcess checked = OnerowProcess.run("check", migrated.url(), Map.of());

            assertThat(checked.exitCode()).as(checked.output()).isZero();
            assertThat(contents(folder)).isEqualTo(before);

            migrated.sql("PRAGMA journal_mode = WAL");
            Map<String, Integer> inWalMode = contents(folder);

            OnerowProcess again = OnerowProcess.run("check", migrated.url(), Map.of());

            assertThat(again.exitCode()).as(again.output()).isZero();
            assertThat(contents(folder)).isEqualTo(inWalMode).isNotEqualTo(before);
        }
    }

    private static Map<String, Integer> contents(Path folder) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.forEach(file -> {
                try {
                    contents.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
        return contents;
    }
}
