package dev.onerow.benchmarks;

import dev.onerow.persistence.DatabaseKind;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database that is made for one run and dropped after it. */
final class Scratch implements AutoCloseable {
    private final DatabaseKind kind;
    private final String name;
    private final String url;
    private final @Nullable Connection watch;
    private final List<Cleanup> cleanups = new ArrayList<>();

    private interface Cleanup {
        void run() throws SQLException, IOException;
    }

    private Scratch(DatabaseKind kind, String name, String url, @Nullable Connection watch) {
        this.kind = kind;
        this.name = name;
        this.url = url;
        this.watch = watch;
    }

    /** A file in a folder of its own. */
    static Scratch sqlite() {
        try {
            Path folder = Files.createTempDirectory("onerow-benchmarks");
            Scratch scratch = new Scratch(DatabaseKind.SQLITE, "", "jdbc:sqlite:" + folder.resolve("bench.db"), null);
            scratch.cleanups.add(() -> delete(folder));
            return scratch;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * A database in a server that runs already.
     *
     * @param server the JDBC URL of a role that may create databases
     */
    static Scratch postgresql(String server) throws SQLException {
        String name = "onerow_benchmarks_" + ProcessHandle.current().pid() + "_" + Long.toString(System.nanoTime(), 36);
        Connection watch = DriverManager.getConnection(server);
        try (Statement statement = watch.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            // The disk is not what is measured.
            statement.execute("ALTER DATABASE " + name + " SET synchronous_commit = off");
            statement.execute("ALTER DATABASE " + name + " SET search_path = onerow");
        }
        int slash = server.indexOf('/', server.indexOf("//") + 2);
        int question = server.indexOf('?');
        String url = server.substring(0, slash + 1) + name + (question < 0 ? "?" : server.substring(question));
        Scratch scratch = new Scratch(DatabaseKind.POSTGRESQL, name, url, watch);
        scratch.cleanups.add(() -> {
            try (Statement statement = watch.createStatement()) {
                statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            }
            watch.close();
        });
        return scratch;
    }

    /** A database in a server of its own, from embedded binaries. */
    static Scratch embeddedPostgresql() throws SQLException {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("shared_buffers", "512MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
            Scratch scratch = postgresql(server.getJdbcUrl("postgres", "postgres"));
            scratch.cleanups.add(server::close);
            return scratch;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    DatabaseKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    @Nullable
    Connection watch() {
        return watch;
    }

    String url(String... parameters) {
        if (parameters.length == 0) {
            return url;
        }
        String separator = url.indexOf('?') < 0 ? "?" : url.endsWith("?") ? "" : "&";
        return url + separator + String.join("&", Arrays.asList(parameters));
    }

    @Override
    public void close() {
        for (Cleanup cleanup : cleanups) {
            try {
                cleanup.run();
            } catch (SQLException | IOException failure) {
                throw new IllegalStateException("The scratch database " + name + " stays behind", failure);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
