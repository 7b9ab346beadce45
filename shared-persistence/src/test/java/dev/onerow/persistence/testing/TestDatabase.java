package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database of a test's own: a started application context on it, and a second connection that looks at it from
 * outside. Tests see the same Java values whichever database it is.
 */
public abstract class TestDatabase implements AutoCloseable {
    private final Map<String, Object> settings = new HashMap<>();
    private @Nullable ApplicationContext context;

    TestDatabase() {}

    /** A fresh database of a kind, for tests that need one beside that of the class. To be closed. */
    public static TestDatabase fresh(DatabaseKind kind, boolean migrated) {
        return switch (kind) {
            case SQLITE -> new TestSqlite(migrated);
            case POSTGRESQL -> new TestPostgresql(PostgresqlServer.of(null), migrated);
        };
    }

    /** PostgreSQL or SQLite. */
    public abstract DatabaseKind kind();

    /** Its JDBC URL with everything in it that is needed to connect. */
    public abstract String url();

    /** Another fresh database of this kind, for tests that start from nothing more than once. To be closed. */
    public abstract TestDatabase another(boolean migrated);

    abstract Connection connect() throws SQLException;

    abstract void drop();

    /** Adds a setting of the application context; only before that is started, after that it may be repeated. */
    public TestDatabase with(String property, Object value) {
        if (context != null && !value.equals(settings.get(property))) {
            throw new IllegalStateException("The context has been started already");
        }
        settings.put(property, value);
        return this;
    }

    /** The settings that make any application work on this database. */
    public Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>();
        all.put("onerow.database.url", url());
        all.put("datasources.default.minimum-idle", 1); // Ten connections that nobody uses are most of a start.
        all.putAll(settings);
        return all;
    }

    /** The application context without a web server, started at the first call. */
    public synchronized ApplicationContext context() {
        if (context == null) {
            context = started();
        }
        return context;
    }

    private ApplicationContext started() {
        ApplicationContext fresh = ApplicationContext.builder(settings()).build();
        try {
            return fresh.start();
        } catch (RuntimeException refused) {
            fresh.close(); // Its pool would go on looking for a database that is no more.
            throw refused;
        }
    }

    /** A bean of the context. */
    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** Stops the context, if it runs; the next use starts another one on the same database. */
    public synchronized void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /** Runs one statement from outside, committed at once. Values as in {@link #query}. */
    public void sql(String statement, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, values);
            prepared.execute();
        } catch (SQLException failure) {
            throw new IllegalArgumentException(statement, failure);
        }
    }

    /** Runs statements from outside one after another on one connection, so that some may set up others. */
    public void run(List<String> statements) {
        try (Connection connection = connect();
                Statement plain = connection.createStatement()) {
            for (String statement : statements) {
                plain.execute(statement);
            }
        } catch (SQLException failure) {
            throw new IllegalArgumentException(String.join(";\n", statements), failure);
        }
    }

    /**
     * Runs a query from outside. Whole numbers come as Long, other numbers as BigDecimal or Double, booleans as 0 and 1,
     * instants and dates as our fixed-width text, JSON as its canonical text: the same on both databases.
     *
     * @return the rows, each with its columns in order
     */
    public List<Map<String, @Nullable Object>> query(String query, @Nullable Object... values) {
        try (Connection connection = connect();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            bind(prepared, values);
            try (ResultSet result = prepared.executeQuery()) {
                return rows(result);
            }
        } catch (SQLException failure) {
            throw new IllegalArgumentException(query, failure);
        }
    }

    /** The single value of a query, as {@link #query} gives it. */
    public @Nullable Object value(String query, @Nullable Object... values) {
        return query(query, values).get(0).values().iterator().next();
    }

    /** How many rows a table has. */
    public long count(String table) {
        return ((Number) java.util.Objects.requireNonNull(value("SELECT count(*) FROM " + table))).longValue();
    }

    /**
     * What a table says, comparable between databases: every column but id, version, row_version, created_at and
     * updated_at, as text, one line a row, in order.
     */
    public List<String> state(String table) {
        return TableState.of(query("SELECT * FROM " + table));
    }

    /**
     * A digest of the file of SQLite and of the log beside it. Whatever is written goes into the log, and from there into
     * the file: it stays the same only where nothing was written.
     */
    public String digestOfFiles() {
        String file = url().substring("jdbc:sqlite:".length()).replaceAll("\\?.*", "");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(Path.of(file)));
            digest.update(Files.readAllBytes(Path.of(file + "-wal")));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs {@code test-tables/{sqlite,postgresql}/NAME.sql} of the class path. */
    public void runScript(String name) {
        String path = "test-tables/" + kind().vendor() + "/" + name + ".sql";
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("No " + path + " on the class path");
            }
            runScript(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void runScript(InputStream file) throws IOException {
        String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String part : script.split(";\\s*(?:\n|$)", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalArgumentException(script, failure);
        }
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Number || value instanceof Boolean || value == null) {
                prepared.setObject(i + 1, value);
            } else {
                prepared.setString(i + 1, value.toString());
            }
        }
    }

    private static List<Map<String, @Nullable Object>> rows(ResultSet result) throws SQLException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                row.put(result.getMetaData().getColumnLabel(column), TableState.plain(result.getObject(column)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Stops the context and drops the database. */
    @Override
    public void close() {
        stop();
        drop();
    }
}
