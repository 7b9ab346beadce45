package dev.onerow.rules.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads PostgreSQL's catalogue. */
final class PostgresqlSchema {
    private static final String TABLES = """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
            """;
    private static final String COLUMNS = """
            SELECT c.relname, a.attname, NOT a.attnotnull,
                a.attidentity <> '' OR a.attgenerated <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE 'nextval(%'
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE n.nspname = current_schema() AND a.attnum > 0 AND NOT a.attisdropped
            """;
    private static final String KEYS = """
            SELECT c.relname, i.indexrelid::text, i.indisprimary, coalesce(a.attname, '(expression)')
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum AND k.attnum > 0
            WHERE n.nspname = current_schema() AND i.indisunique AND i.indpred IS NULL AND k.place <= i.indnkeyatts
            """;
    private static final String FOREIGN_KEYS = """
            SELECT c.relname, r.relname,
                (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(f.conkey) WITH ORDINALITY AS k (attnum, place)
                    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum),
                (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(f.confkey) WITH ORDINALITY AS k (attnum, place)
                    JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.attnum),
                CASE f.confdeltype WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT'
                    WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END
            FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.conrelid
            JOIN pg_class r ON r.oid = f.confrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND f.contype = 'f'
            """;

    private final Rows rows;

    PostgresqlSchema(Connection connection) {
        this.rows = new Rows(connection);
    }

    Map<String, Table> tables() throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        for (List<String> row : rows.of(TABLES)) {
            tables.put(row.get(0), new Table(row.get(0), new TreeMap<>(), new HashSet<>(), new HashSet<>()));
        }
        for (List<String> row : rows.of(COLUMNS)) {
            if (tables.containsKey(row.get(0))) {
                Column column = new Column(row.get(1), isTrue(row.get(2)), isTrue(row.get(3)));
                tables.get(row.get(0)).columns().put(column.name(), column);
            }
        }
        readKeys(tables);
        for (List<String> row : rows.of(FOREIGN_KEYS)) {
            if (tables.containsKey(row.get(0))) {
                tables.get(row.get(0))
                        .foreignKeys()
                        .add(new ForeignKey(names(row.get(2)), row.get(1), names(row.get(3)), row.get(4)));
            }
        }
        return tables;
    }

    private void readKeys(Map<String, Table> tables) throws SQLException {
        Map<String, Set<String>> parts = new TreeMap<>();
        List<List<String>> keys = rows.of(KEYS);
        keys.forEach(row ->
                parts.computeIfAbsent(row.get(1), index -> new HashSet<>()).add(row.get(3)));
        for (List<String> row : keys) {
            if (tables.containsKey(row.get(0))) {
                tables.get(row.get(0))
                        .keys()
                        .add(new Key(isTrue(row.get(2)), parts.getOrDefault(row.get(1), Set.of())));
            }
        }
    }

    private static boolean isTrue(String value) {
        return value.equals("t") || value.equals("true");
    }

    private static List<String> names(String list) {
        return Arrays.asList(list.split(","));
    }
}
