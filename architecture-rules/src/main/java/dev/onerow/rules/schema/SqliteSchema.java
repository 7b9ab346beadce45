package dev.onerow.rules.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads SQLite's catalogue. */
final class SqliteSchema {
    private static final String TABLES = """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            """;
    private static final String COLUMNS = "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?)";
    private static final String INDEXES =
            "SELECT name, origin FROM pragma_index_list(?) WHERE \"unique\" = 1 AND partial = 0";
    private static final String INDEX =
            "SELECT coalesce(name, '(expression)') FROM pragma_index_xinfo(?) WHERE key = 1";
    private static final String FOREIGN_KEYS =
            "SELECT id, \"table\", \"from\", \"to\", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq";

    private final Rows rows;

    SqliteSchema(Connection connection) {
        this.rows = new Rows(connection);
    }

    Map<String, Table> tables() throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (List<String> row : rows.of(TABLES)) {
            Table table = table(row.get(0));
            tables.put(table.name(), table);
        }
        return tables;
    }

    private Table table(String name) throws SQLException {
        List<List<String>> described = rows.of(COLUMNS, name);
        List<List<String>> primary =
                described.stream().filter(row -> !row.get(3).equals("0")).toList();
        boolean isRowid = primary.size() == 1
                && primary.get(0).get(1).equalsIgnoreCase("INTEGER")
                && rows.of(INDEXES, name).stream()
                        .noneMatch(index -> index.get(1).equals("pk"));
        Map<String, Column> columns = new TreeMap<>();
        for (List<String> row : described) {
            boolean isRowidItself = isRowid && !row.get(3).equals("0");
            boolean isComputed = row.get(4).equals("2") || row.get(4).equals("3");
            boolean isNullable = row.get(2).equals("0") && !isRowidItself;
            Column column = new Column(lower(row.get(0)), isNullable, isRowidItself || isComputed);
            columns.put(column.name(), column);
        }
        return new Table(lower(name), columns, keys(name, primary), foreignKeys(name));
    }

    private Set<Key> keys(String table, List<List<String>> primary) throws SQLException {
        Set<Key> keys = new HashSet<>();
        if (!primary.isEmpty()) {
            keys.add(new Key(
                    true,
                    new HashSet<>(primary.stream().map(row -> lower(row.get(0))).toList())));
        }
        for (List<String> index : rows.of(INDEXES, table)) {
            if (!index.get(1).equals("pk")) {
                Set<String> parts = new HashSet<>();
                rows.of(INDEX, index.get(0)).forEach(part -> parts.add(lower(part.get(0))));
                keys.add(new Key(false, parts));
            }
        }
        return keys;
    }

    private Set<ForeignKey> foreignKeys(String table) throws SQLException {
        Map<String, List<List<String>>> byId = new TreeMap<>();
        for (List<String> row : rows.of(FOREIGN_KEYS, table)) {
            byId.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(row);
        }
        Set<ForeignKey> keys = new HashSet<>();
        for (List<List<String>> parts : byId.values()) {
            String parent = parts.get(0).get(1);
            List<String> columns = parts.stream().map(row -> lower(row.get(2))).toList();
            List<String> referenced = parts.get(0).get(3).isEmpty()
                    ? primaryKeyOf(parent)
                    : parts.stream().map(row -> lower(row.get(3))).toList();
            keys.add(new ForeignKey(
                    columns, lower(parent), referenced, parts.get(0).get(4)));
        }
        return keys;
    }

    /** What a reference without columns means. */
    private List<String> primaryKeyOf(String table) throws SQLException {
        return rows.of(COLUMNS, table).stream()
                .filter(row -> !row.get(3).equals("0"))
                .sorted((one, other) -> one.get(3).compareTo(other.get(3)))
                .map(row -> lower(row.get(0)))
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
