package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a table that the database judges when the transaction is committed, where it is too late to tell
 * whose row it was. Which they are is found out once, by the first quarantine; one that is added later is judged by the
 * commit alone. Thread-safe.
 */
final class DeferredConstraints<T> {
    private final Table<T> table;
    private final Dialect dialect;
    private volatile @Nullable Known known;

    DeferredConstraints(Table<T> table, Dialect dialect) {
        this.table = table;
        this.dialect = dialect;
    }

    /**
     * A deferred foreign key.
     *
     * @param name its name, or null where the database does not say
     * @param columns its columns
     * @param parent the table it refers to, as it stands in statements
     * @param parentColumns the columns it refers to, in the order of its own
     */
    record ForeignKey(@Nullable String name, List<String> columns, String parent, List<String> parentColumns) {}

    /** All of them: foreign keys, and the names of the others, as they stand in statements. */
    private record Known(List<ForeignKey> keys, List<String> others) {}

    /** The foreign keys by which a row may be left without its parent until the commit. */
    List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        return known(connection).keys();
    }

    /** Judges now what the database would judge later, foreign keys apart: a row may be written before its parent. */
    void judge(Connection connection) throws SQLException {
        List<String> others = known(connection).others();
        if (others.isEmpty()) {
            return;
        }
        String names = String.join(", ", others);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS " + names + " IMMEDIATE; SET CONSTRAINTS " + names + " DEFERRED");
        }
    }

    private Known known(Connection connection) throws SQLException {
        Known found = known;
        if (found == null) {
            found = read(connection);
            known = found;
        }
        return found;
    }

    private Known read(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query())) {
            statement.setString(1, dialect == Dialect.POSTGRESQL ? table.qualifiedName() : table.name());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString("parent") == null) {
                        others.add(row.getString("other"));
                    } else {
                        add(keys, row);
                    }
                }
            }
        }
        return new Known(List.copyOf(keys), List.copyOf(others));
    }

    /** Each row is one column of a key; a key begins with its first. */
    private static void add(List<ForeignKey> keys, ResultSet row) throws SQLException {
        if (row.getInt("place") == 1) {
            keys.add(new ForeignKey(
                    row.getString("name"), new ArrayList<>(), row.getString("parent"), new ArrayList<>()));
        }
        ForeignKey key = keys.get(keys.size() - 1);
        key.columns().add(row.getString("child_column"));
        key.parentColumns().add(row.getString("parent_column"));
    }

    /** SQLite defers nothing but foreign keys, and tells only in the text of the table that it does. */
    private String query() {
        return switch (dialect) {
            case POSTGRESQL -> """
                SELECT k.conname AS name, quote_ident(s.nspname) || '.' || quote_ident(k.conname) AS other,
                       CASE WHEN k.contype = 'f' THEN k.confrelid::regclass::text END AS parent,
                       n.place, c.attname AS child_column, p.attname AS parent_column
                FROM pg_constraint k
                JOIN pg_namespace s ON s.oid = k.connamespace
                LEFT JOIN unnest(k.conkey, k.confkey) WITH ORDINALITY AS n(child, parent, place) ON k.contype = 'f'
                LEFT JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = n.child
                LEFT JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = n.parent
                WHERE k.conrelid = to_regclass(?) AND k.condeferred
                ORDER BY k.oid, n.place
                """;
            case SQLITE -> """
                SELECT NULL AS name, NULL AS other, '"' || replace(f."table", '"', '""') || '"' AS parent,
                       f.seq + 1 AS place, f."from" AS child_column,
                       coalesce(f."to", (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1))
                           AS parent_column
                FROM sqlite_master AS m
                JOIN pragma_foreign_key_list(m.name) AS f
                WHERE m.type = 'table' AND m.name = ? AND lower(m.sql) LIKE '%deferred%'
                ORDER BY f.id, f.seq
                """;
        };
    }
}
