package dev.onerow.persistence.adopting;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.UnusableDatabase;
import dev.onerow.persistence.database.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A database that was there before, opened for reading alone: one read-only transaction that sees one state of it from
 * the first table to the last. Not thread-safe; to be closed.
 */
public final class OldDatabase implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String[] KINDS = {"TABLE", "PARTITIONED TABLE", "FOREIGN TABLE", "VIEW", "MATERIALIZED VIEW"};

    private final Connection connection;
    private final String source;
    private final Map<String, OldTable> tables;

    private OldDatabase(Connection connection, String source) throws SQLException {
        this.connection = connection;
        this.source = source;
        this.tables = readTables();
    }

    /**
     * Opens it.
     *
     * @param url a JDBC URL of PostgreSQL or of an SQLite file
     * @param user the role, when the URL does not name it
     * @param password its password, when the URL does not say it
     * @throws UnusableDatabase when it cannot be read; the message is for the operator and holds no password
     */
    public static OldDatabase open(String url, @Nullable String user, @Nullable String password) {
        DatabaseUrl parsed = DatabaseUrl.parse(url, "--from");
        String source = sourceOf(parsed);
        try {
            return new OldDatabase(connect(parsed, user, password), source);
        } catch (SQLException failure) {
            throw unreadable(source, failure);
        }
    }

    private static UnusableDatabase unreadable(String source, SQLException failure) {
        return new UnusableDatabase("The older database " + source + " cannot be read: " + failure.getMessage());
    }

    /** Two names of one file are one source, or what is counted once would be counted twice. */
    private static String sourceOf(DatabaseUrl url) {
        if (url.kind() == DatabaseKind.SQLITE) {
            Path file = url.file();
            if (!Files.isRegularFile(file)) {
                throw new UnusableDatabase("There is no file " + file + ", which --from names");
            }
            try {
                return "jdbc:sqlite:" + file.toRealPath();
            } catch (IOException failure) {
                throw new UnusableDatabase("The file " + file + ", which --from names, cannot be read");
            }
        }
        String schema = url.parameters().get("currentSchema");
        return schema == null ? url.base() : url.base() + "?currentSchema=" + schema;
    }

    private static Connection connect(DatabaseUrl url, @Nullable String user, @Nullable String password)
            throws SQLException {
        Properties properties = new Properties();
        url.parameters().forEach(properties::setProperty);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = switch (url.kind()) {
            case SQLITE -> {
                properties.setProperty("open_mode", "1"); // SQLITE_OPEN_READONLY
                properties.setProperty("busy_timeout", "30000");
                yield DriverManager.getConnection("jdbc:sqlite:" + url.file(), properties);
            }
            case POSTGRESQL -> {
                properties.putIfAbsent("ApplicationName", "onerow adopt");
                properties.putIfAbsent("connectTimeout", "10");
                yield DriverManager.getConnection(url.base(), properties);
            }
        };
        try {
            connection.setAutoCommit(false);
            if (url.kind() == DatabaseKind.POSTGRESQL) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Its URL without user and password; of an SQLite file with the whole path. */
    public String source() {
        return source;
    }

    /** Whether it is one that Onerow has made. */
    public boolean isOurs() {
        return tables.containsKey("onerow_schema_history");
    }

    /** The tables on the search path, by their names in snake_case. */
    Map<String, OldTable> tables() {
        return tables;
    }

    private Map<String, OldTable> readTables() throws SQLException {
        Map<String, OldTable> found = new TreeMap<>();
        for (@Nullable String schema : schemas()) {
            try (ResultSet rows = connection.getMetaData().getTables(null, schema, "%", KINDS)) {
                while (rows.next()) {
                    String name = rows.getString("TABLE_NAME");
                    if (!name.startsWith("sqlite_")) {
                        OldTable table = readTable(schema, name);
                        found.putIfAbsent(table.name(), table);
                    }
                }
            }
        }
        return found;
    }

    private List<@Nullable String> schemas() throws SQLException {
        List<@Nullable String> schemas = new ArrayList<>();
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            schemas.add(null);
            return schemas;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT unnest(current_schemas(false))")) {
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
        }
        return schemas;
    }

    private OldTable readTable(@Nullable String schema, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, schema, escaped(name), "%")) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        }
        List<String> primaryKey = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, schema, name)) {
            while (rows.next()) {
                primaryKey.add(rows.getString("COLUMN_NAME"));
            }
        }
        String prefix = schema == null ? "" : OldTable.quoted(schema) + ".";
        return OldTable.of(name, prefix + OldTable.quoted(name), columns, primaryKey);
    }

    private String escaped(String name) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        return name.replace("_", escape + "_").replace("%", escape + "%");
    }

    /**
     * How many rows a table has.
     *
     * @throws UnusableDatabase when it cannot be read
     */
    long count(OldTable table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table.qualified())) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw unreadable(source, failure);
        }
    }

    /**
     * Reads all rows of a table, each with its number from 1.
     *
     * @throws UnusableDatabase when it cannot be read to its end
     */
    void forEach(OldTable table, ObjLongConsumer<OldRow> each) {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                OldValues values =
                        new OldValues(rows, List.copyOf(table.columns().keySet()));
                for (long number = 1; rows.next(); number++) {
                    each.accept(values.row(), number);
                }
            }
        } catch (SQLException failure) {
            throw unreadable(source, failure);
        }
    }

    /** Lets go of the database. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException gone) {
            // It was only read.
        }
    }
}
