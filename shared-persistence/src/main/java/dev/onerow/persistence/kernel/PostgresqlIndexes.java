package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the unique indexes of a table from {@code pg_index}, and says of each why it is no conflict target. */
final class PostgresqlIndexes {
    private static final String INDEXES = """
            SELECT x.indexrelid::regclass::text AS name, x.indisunique, x.indisvalid, x.indisready, x.indimmediate,
                   x.indpred IS NOT NULL AS partial, x.indexprs IS NOT NULL AS expressions, x.indisexclusion,
                   k.conname, quote_ident(k.conname) AS constraint_name,
                   (SELECT l.collname FROM unnest(x.indcollation) AS c(oid)
                    JOIN pg_collation l ON l.oid = c.oid AND NOT l.collisdeterministic LIMIT 1) AS careless,
                   ARRAY(SELECT a.attname::text
                         FROM unnest(x.indkey[0:x.indnkeyatts - 1]) AS n(attnum)
                         JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = n.attnum) AS columns
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_constraint k ON k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')
            WHERE x.indrelid = ? AND (x.indisunique OR x.indisexclusion)
            ORDER BY 1
            """;

    private PostgresqlIndexes() {}

    /** Everything that keeps columns of a table unique, valid or not. */
    static List<LiveTable.LiveUnique> uniques(Connection connection, Table<?> table, long oid) throws SQLException {
        List<LiveTable.LiveUnique> uniques = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setLong(1, oid);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    uniques.add(unique(table, row));
                }
            }
        }
        return uniques;
    }

    private static LiveTable.LiveUnique unique(Table<?> table, ResultSet row) throws SQLException {
        String name = row.getString("name");
        List<String> columns = row.getBoolean("expressions")
                ? List.of()
                : List.of((String[]) row.getArray("columns").getArray());
        List<String> drop = row.getString("conname") == null
                ? List.of("DROP INDEX " + name)
                : List.of("ALTER TABLE " + table.qualifiedName() + " DROP CONSTRAINT "
                        + row.getString("constraint_name"));
        if (row.getBoolean("indisexclusion")) {
            return new LiveTable.LiveUnique(name, columns, "is an exclusion constraint", List.of());
        }
        if (row.getBoolean("expressions")) {
            return new LiveTable.LiveUnique(name, columns, "is over an expression", List.of());
        }
        if (row.getBoolean("partial")) {
            return new LiveTable.LiveUnique(
                    name, columns, "is partial: a row outside its predicate never conflicts", List.of());
        }
        if (!row.getBoolean("indisvalid") || !row.getBoolean("indisready")) {
            return new LiveTable.LiveUnique(name, columns, "is INVALID: its building failed", drop);
        }
        if (!row.getBoolean("indimmediate")) {
            return new LiveTable.LiveUnique(name, columns, "is deferrable, which a conflict target may not be", drop);
        }
        String careless = row.getString("careless");
        if (careless != null) {
            return new LiveTable.LiveUnique(
                    name,
                    columns,
                    "compares by the collation " + careless + ", for which different texts are equal",
                    drop);
        }
        return new LiveTable.LiveUnique(name, columns, null, List.of());
    }
}
