package dev.onerow.persistence.adopting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An older database is only read, and told from others by its name. */
class OldDatabaseTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
    private Path folder;

    private static List<String> rows(OldDatabase old, String table) {
        List<String> rows = new ArrayList<>();
        old.forEach(
                Objects.requireNonNull(old.tables().get(table)),
                (row, number) -> rows.add(row.json().text()));
        return rows;
    }

    @Test
    void readsOneStateOfAFileWhoseLastWritesAreStillInItsLog() throws Exception {
        Path file = folder.resolve("old.db");
        try (Connection writer = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE Rules (id INTEGER PRIMARY KEY, ruleCode TEXT, payload BLOB, score REAL)");
            statement.execute("INSERT INTO rules VALUES (1, 'A' || char(0) || 'B', x'00ff', 9e999)");
            byte[] before = Files.readAllBytes(file);

            try (OldDatabase old = OldDatabase.open("jdbc:sqlite:" + file, null, null)) {
                statement.execute("INSERT INTO rules VALUES (2, 'later', NULL, 0.5)");

                assertThat(old.tables()).containsOnlyKeys("rules");
                assertThat(rows(old, "rules"))
                        .containsExactly("{\"id\":1,\"payload\":\"\\\\x00ff\",\"rule_code\":\"A\uFFFDB\","
                                + "\"score\":\"Infinity\"}");
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void callsAFileByItsWholePathHoweverItIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("old.db"));

        try (OldDatabase plain = OldDatabase.open("jdbc:sqlite:" + file, null, null);
                OldDatabase crooked = OldDatabase.open(
                        "jdbc:sqlite:file:" + folder.resolve(".").resolve("old.db") + "?cache=private", null, null)) {
            assertThat(crooked.source()).isEqualTo(plain.source()).endsWith("/old.db");
        }
    }

    @Test
    void saysWhatIsWrongWithoutAPassword() {
        assertThatThrownBy(() -> OldDatabase.open("jdbc:sqlite:" + folder.resolve("none.db"), null, null))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> OldDatabase.open("jdbc:mysql://host/db", null, null))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("--from must start with");
        assertThatThrownBy(() -> OldDatabase.open("jdbc:postgresql://ada:s3cret@127.0.0.1:1/db", null, null))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/db cannot be read")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void needsARoleThatCanReadAndNothingElse() {
        try (TestDatabase database = TestDatabase.fresh(DatabaseKind.POSTGRESQL, false)) {
            String role = "reader_" + Long.toHexString(System.nanoTime());
            database.sql(
                    "CREATE TABLE public.\"viewsRegistry\" (id bigint, at timestamptz, plain timestamp, doc jsonb)");
            database.sql(
                    "INSERT INTO public.\"viewsRegistry\" VALUES (1, '2026-01-31 10:20:30+02', '2026-01-31 10:20:30',"
                            + " '{\"a\": 1}')");
            database.sql("CREATE ROLE " + role + " LOGIN PASSWORD 'p'");
            try {
                database.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + role);
                String url = database.url().replaceFirst("\\?.*", "");

                try (OldDatabase old = OldDatabase.open(url, role, "p")) {
                    assertThat(rows(old, "views_registry"))
                            .containsExactly("{\"at\":\"2026-01-31T08:20:30Z\",\"doc\":\"{\\\"a\\\": 1}\",\"id\":1,"
                                    + "\"plain\":\"2026-01-31T10:20:30\"}");
                    assertThat(old.source()).isEqualTo(url);
                }
            } finally {
                database.sql("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM " + role);
                database.sql("DROP ROLE " + role);
            }
        }
    }
}
