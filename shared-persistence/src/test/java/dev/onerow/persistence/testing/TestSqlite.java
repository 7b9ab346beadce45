package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.database.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A file in a temporary folder of its own. */
final class TestSqlite extends TestDatabase {
    private static final int PATIENCE_MILLIS = 30_000;
    private static @Nullable Path migratedFile;

    private final Path folder = temporaryFolder();
    private final Path file = folder.resolve("test.db");

    TestSqlite(boolean migrated) {
        if (migrated) {
            try {
                Files.copy(migratedFile(), file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static synchronized Path migratedFile() {
        if (migratedFile == null) {
            Path folder = temporaryFolder();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Path template = folder.resolve("template.db");
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + template);
            new Migrations(DatabaseKind.SQLITE).run(source);
            migratedFile = template;
        }
        return migratedFile;
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.SQLITE;
    }

    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public TestDatabase another(boolean migrated) {
        return new TestSqlite(migrated);
    }

    @Override
    Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        return config.createConnection(url());
    }

    @Override
    void drop() {
        delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("onerow-test-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
