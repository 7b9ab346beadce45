package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads {@code pg_catalog}: the information schema does not list unique indexes. */
final class PostgresqlCatalogue implements Catalogue {
    private static final Map<ColumnType, Set<String>> KEPT_IN = Map.of(
            ColumnType.TEXT, Set.of("text", "varchar"),
            ColumnType.INTEGER, Set.of("int4", "int8"),
            ColumnType.BIGINT, Set.of("int8"),
            ColumnType.DOUBLE, Set.of("float8"),
            ColumnType.NUMERIC, Set.of("numeric"),
            ColumnType.BOOLEAN, Set.of("bool"),
            ColumnType.UUID, Set.of("uuid"),
            ColumnType.INSTANT, Set.of("timestamptz"),
            ColumnType.DATE, Set.of("date"),
            ColumnType.JSON, Set.of("jsonb"));

    private static final String RELATION = """
            SELECT c.oid, c.relkind,
                   EXISTS (SELECT 1 FROM pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename <> '_RETURN') AS has_rules
            FROM pg_class c
            WHERE c.oid = to_regclass(?)
            """;

    /** A type with a modifier cuts or refuses values, such as {@code numeric(10,2)}: it is another type here. */
    private static final String COLUMNS = """
            SELECT a.attname, a.attnotnull,
                   CASE WHEN a.atttypmod < 0 OR (t.typname, a.atttypmod) = ('timestamptz', 6) THEN t.typname
                        ELSE format_type(a.atttypid, a.atttypmod) END AS type,
                   a.atthasdef OR a.attidentity <> '' AS filled,
                   a.attgenerated <> '' OR a.attidentity = 'a' AS computed,
                   coalesce(l.collisdeterministic, true) AS byte_equal
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    /** Whatever alters a table or takes a right away writes a row of these anew, and with it the transaction's number. */
    private static final String STATE = """
            SELECT count(*) || '/' || coalesce(sum(hashtextextended(part, 0)), 0)
            FROM (
                SELECT 'n' || oid || '.' || xmin AS part
                FROM pg_namespace
                WHERE nspname = current_schema()
                UNION ALL
                SELECT 'c' || oid || '.' || xmin
                FROM pg_class
                WHERE relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'a' || attrelid || '.' || attnum || '.' || a.xmin
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 'i' || indexrelid || '.' || i.xmin
                FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid
                WHERE c.relnamespace = current_schema()::regnamespace
                UNION ALL
                SELECT 't' || t.oid || '.' || t.xmin
                FROM pg_trigger t
                JOIN pg_class c ON c.oid = t.tgrelid
                WHERE c.relnamespace = current_schema()::regnamespace
            ) AS parts
            """;

    @Override
    public String state(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public LiveTable read(Connection connection, Table<?> table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELATION)) {
            statement.setString(1, table.qualifiedName());
            try (ResultSet relation = statement.executeQuery()) {
                return relation.next()
                        ? read(connection, table, relation)
                        : LiveTable.absent(PostgresqlNotices.hidden(connection, table));
            }
        }
    }

    private LiveTable read(Connection connection, Table<?> table, ResultSet relation) throws SQLException {
        long oid = relation.getLong("oid");
        PostgresqlNotices found = PostgresqlNotices.of(connection, table, oid);
        return new LiveTable(
                true,
                obstacle(relation),
                columns(connection, oid),
                PostgresqlIndexes.uniques(connection, table, oid),
                found.sequences(),
                found.notices());
    }

    private static @Nullable String obstacle(ResultSet relation) throws SQLException {
        String kind = relation.getString("relkind");
        if (!kind.equals("r") && !kind.equals("p")) {
            return "is no table but a relation of kind " + kind;
        }
        return relation.getBoolean("has_rules") ? "has rewrite rules, which ON CONFLICT does not go with" : null;
    }

    private static List<LiveTable.LiveColumn> columns(Connection connection, long oid) throws SQLException {
        List<LiveTable.LiveColumn> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setLong(1, oid);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(new LiveTable.LiveColumn(
                            row.getString("attname"),
                            row.getString("type"),
                            row.getBoolean("attnotnull"),
                            row.getBoolean("filled"),
                            row.getBoolean("computed"),
                            row.getBoolean("byte_equal")));
                }
            }
        }
        return columns;
    }

    @Override
    public boolean keeps(ColumnType declared, String live) {
        return KEPT_IN.getOrDefault(declared, Set.of()).contains(live);
    }

    /** PREPARE accepts a target without an index; only the planner objects, and only for a generic plan every time. */
    @Override
    public @Nullable String plan(Connection connection, String statement, int parameters) throws SQLException {
        String numbered = numbered(statement);
        String nulls = IntStream.range(0, parameters).mapToObj(i -> "NULL").collect(Collectors.joining(", "));
        Savepoint savepoint = connection.setSavepoint();
        try (Statement plain = connection.createStatement()) {
            plain.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            plain.execute("PREPARE onerow_proof AS " + numbered);
            plain.execute("EXPLAIN EXECUTE onerow_proof(" + nulls + ")");
            return null;
        } catch (SQLException e) {
            connection.rollback(savepoint);
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        } finally {
            forget(connection);
        }
    }

    private static void forget(Connection connection) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (Statement plain = connection.createStatement()) {
            plain.execute("DEALLOCATE onerow_proof");
        } catch (SQLException neverPrepared) {
            connection.rollback(savepoint);
        }
    }

    private static String numbered(String statement) {
        StringBuilder numbered = new StringBuilder();
        int parameter = 0;
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            if (c == '?') {
                numbered.append('$').append(++parameter);
            } else {
                numbered.append(c);
            }
        }
        return numbered.toString();
    }

    @Override
    public List<String> nullability(Connection connection, Table<?> table, String column, boolean notNull) {
        return List.of("ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + Table.quoted(column)
                + (notNull ? " SET NOT NULL" : " DROP NOT NULL"));
    }

    @Override
    public List<String> retype(Connection connection, Table<?> table, Column<?> column) {
        String name = Table.quoted(column.name());
        String type = typeName(column.type());
        if (column.role() == Column.Role.GENERATED) {
            // What fills it stays. The sequence of an identity column changes with it; one of a default is a note of
            // its own.
            return List.of("ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + name + " TYPE " + type);
        }
        return List.of(
                "ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + name + " DROP DEFAULT",
                "ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + name + " TYPE " + type + " USING " + name
                        + "::text::" + type);
    }

    @Override
    public List<String> recollate(Connection connection, Table<?> table, Column<?> column) {
        return List.of("ALTER TABLE " + table.qualifiedName() + " ALTER COLUMN " + Table.quoted(column.name())
                + " TYPE " + typeName(column.type()));
    }

    @Override
    public List<String> addIdentity(Connection connection, Table<?> table, Column<?> column) {
        return List.of("ALTER TABLE " + table.qualifiedName() + " ADD COLUMN " + Table.quoted(column.name())
                + " bigint GENERATED BY DEFAULT AS IDENTITY UNIQUE");
    }

    @Override
    public String typeName(ColumnType type) {
        return type == ColumnType.TEXT ? "text COLLATE \"C\"" : type.postgresName;
    }

    @Override
    public String tableOptions() {
        return "";
    }

    @Override
    public String identity() {
        return "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY";
    }
}
