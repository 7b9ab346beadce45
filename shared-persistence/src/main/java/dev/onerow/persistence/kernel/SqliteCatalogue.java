package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads SQLite's pragmas. What SQLite cannot alter is repaired by making the table anew under its name. */
final class SqliteCatalogue implements Catalogue {
    private static final Map<ColumnType, Set<String>> KEPT_IN = Map.of(
            ColumnType.INTEGER, Set.of("INTEGER", "INT"),
            ColumnType.BIGINT, Set.of("INTEGER", "INT"),
            ColumnType.BOOLEAN, Set.of("INTEGER", "INT"),
            ColumnType.DOUBLE, Set.of("REAL"));

    @Override
    public LiveTable read(Connection connection, Table<?> table) throws SQLException {
        String kind = kind(connection, table.name());
        if (kind == null) {
            return LiveTable.absent(List.of());
        }
        List<LiveTable.Notice> notices = new ArrayList<>();
        for (String trigger : texts(
                connection,
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY 1",
                table.name())) {
            notices.add(new LiveTable.Notice(
                    "trigger " + trigger
                            + " fires for the proposed row and again on conflict; what it does must bear that",
                    false,
                    List.of()));
        }
        List<LiveTable.LiveColumn> columns = columns(connection, table.name(), createText(connection, table.name()));
        return new LiveTable(
                true,
                kind.equals("table") ? null : "is no table but a " + kind,
                columns,
                uniques(connection, table.name(), columns),
                List.of(),
                notices);
    }

    @Override
    public String state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA schema_version")) {
            row.next();
            return row.getString(1);
        }
    }

    private static @Nullable String kind(Connection connection, String table) throws SQLException {
        List<String> kinds =
                texts(connection, "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?", table);
        return kinds.isEmpty() ? null : kinds.get(0);
    }

    private static List<LiveTable.LiveColumn> columns(Connection connection, String table, String createText)
            throws SQLException {
        List<LiveTable.LiveColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?) ORDER BY cid")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String type = row.getString("type").toUpperCase(Locale.ROOT);
                    boolean computed = row.getInt("hidden") > 1;
                    boolean rowid = row.getInt("pk") == 1 && type.equals("INTEGER");
                    columns.add(new LiveTable.LiveColumn(
                            row.getString("name"),
                            type,
                            row.getBoolean("notnull") || rowid,
                            row.getString("dflt_value") != null || computed || rowid,
                            computed,
                            SqliteRebuild.collation(createText, row.getString("name")) == null));
                }
            }
        }
        return columns;
    }

    private static List<LiveTable.LiveUnique> uniques(
            Connection connection, String table, List<LiveTable.LiveColumn> columns) throws SQLException {
        List<LiveTable.LiveUnique> uniques = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name, partial FROM pragma_index_list(?) WHERE \"unique\" = 1 ORDER BY name")) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    uniques.add(unique(connection, row.getString("name"), row.getBoolean("partial"), columns));
                }
            }
        }
        // An INTEGER PRIMARY KEY is the rowid itself and has no index to list.
        List<String> key = texts(connection, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table);
        if (key.size() == 1
                && columns.stream()
                        .anyMatch(column -> column.name().equals(key.get(0))
                                && column.type().equals("INTEGER"))) {
            uniques.add(new LiveTable.LiveUnique("the rowid", key, null, List.of()));
        }
        return uniques;
    }

    private static LiveTable.LiveUnique unique(
            Connection connection, String index, boolean partial, List<LiveTable.LiveColumn> all) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> cure = List.of();
        String fault = partial ? "is partial: a row outside its predicate never conflicts" : null;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT cid, name, coll FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno")) {
            statement.setString(1, index);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getInt("cid") < 0) {
                        return new LiveTable.LiveUnique(index, List.of(), "is over an expression", List.of());
                    }
                    String name = row.getString("name");
                    columns.add(name);
                    // The collation of the column itself is a defect of the column.
                    boolean own = all.stream().anyMatch(column -> column.name().equals(name) && column.byteOrdered());
                    if (own && !"BINARY".equals(row.getString("coll"))) {
                        fault = "compares by the collation " + row.getString("coll") + ", not by bytes";
                        cure = List.of("DROP INDEX " + Table.quoted(index));
                    }
                }
            }
        }
        return new LiveTable.LiveUnique(index, columns, fault, cure);
    }

    @Override
    public boolean keeps(ColumnType declared, String live) {
        return KEPT_IN.getOrDefault(declared, Set.of("TEXT")).contains(live);
    }

    @Override
    public @Nullable String plan(Connection connection, String statement, int parameters) {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            return prepared == null ? "" : null;
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public List<String> nullability(Connection connection, Table<?> table, String column, boolean notNull)
            throws SQLException {
        return rebuilt(connection, table).withNullability(column, notNull).statements();
    }

    @Override
    public List<String> retype(Connection connection, Table<?> table, Column<?> column) throws SQLException {
        return rebuilt(connection, table)
                .withType(column.name(), column.type().sqliteName)
                .statements();
    }

    @Override
    public List<String> recollate(Connection connection, Table<?> table, Column<?> column) throws SQLException {
        return rebuilt(connection, table).withoutCollation(column.name()).statements();
    }

    @Override
    public List<String> addIdentity(Connection connection, Table<?> table, Column<?> column) throws SQLException {
        return rebuilt(connection, table)
                .withIdentity(Table.quoted(column.name()) + " " + identity())
                .statements();
    }

    private static String createText(Connection connection, String table) throws SQLException {
        return texts(connection, "SELECT sql FROM sqlite_master WHERE name = ? AND type IN ('table', 'view')", table)
                .get(0);
    }

    private static SqliteRebuild rebuilt(Connection connection, Table<?> table) throws SQLException {
        return new SqliteRebuild(
                table.name(),
                createText(connection, table.name()),
                texts(connection, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0 ORDER BY cid", table.name()),
                texts(
                        connection,
                        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL",
                        table.name()));
    }

    @Override
    public String typeName(ColumnType type) {
        return type.sqliteName;
    }

    @Override
    public String tableOptions() {
        return " STRICT";
    }

    @Override
    public String identity() {
        return "INTEGER PRIMARY KEY";
    }

    private static List<String> texts(Connection connection, String query, String parameter) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }
}
