package dev.onerow.persistence.database;

import dev.onerow.persistence.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A process of its own that migrates a database, to be killed while it does. */
final class KilledMigration {
    private static final long SOME_BYTES = 4_000_000;

    private KilledMigration() {}

    static Process start(TestDatabase database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledMigration.class.getName()));
        database.settings().forEach((name, value) -> command.add(name + "=" + value));
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Whether the slow migration has begun and is not through. */
    static boolean isInTheMiddle(TestDatabase database) throws IOException {
        return switch (database.kind()) {
            case SQLITE -> {
                Path log = Path.of(database.url().substring("jdbc:sqlite:".length()) + "-wal");
                yield Files.exists(log) && Files.size(log) > SOME_BYTES;
            }
            case POSTGRESQL -> !Objects.equals(0L, database.value("""
                                SELECT count(*)
                                FROM pg_stat_activity
                                WHERE datname = current_database() AND state = 'active' AND query LIKE 'INSERT INTO numbers%'
                                """));
        };
    }

    /** The process: starts a context with the settings given, which migrates. */
    public static void main(String[] settings) {
        Map<String, Object> properties = new java.util.HashMap<>();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            properties.put(parts[0], parts[1]);
        }
        ApplicationContext.run(properties).close();
    }
}
