package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the two databases in the kernel's statements. Everything else in them is the same, because
 * both understand {@code WITH … INSERT … ON CONFLICT … RETURNING} and {@code UPDATE … FROM}.
 */
enum Dialect {
    /** PostgreSQL. */
    POSTGRESQL(Transport.ARRAYS) {
        @Override
        String manyRows(List<? extends Column<?>> columns) {
            return "SELECT * FROM unnest("
                    + columns.stream()
                            .map(column -> "?::" + column.type().postgresName + "[]")
                            .collect(Collectors.joining(", "))
                    + ")";
        }

        @Override
        String parameter(ColumnType type) {
            return "?::" + type.postgresName;
        }

        @Override
        String least(ColumnType type, String stored, String incoming) {
            return "least(" + inOrder(type, stored) + ", " + inOrder(type, incoming) + ")";
        }

        @Override
        String greatest(ColumnType type, String stored, String incoming) {
            return "greatest(" + inOrder(type, stored) + ", " + inOrder(type, incoming) + ")";
        }

        // Text is ordered bytewise whatever the collation of the column, so that Java and SQL agree.
        @Override
        String inOrder(ColumnType type, String expression) {
            return type == ColumnType.TEXT ? expression + " COLLATE \"C\"" : expression;
        }

        @Override
        String lock() {
            return " FOR UPDATE OF t";
        }

        @Override
        String holdTable(String table) {
            return "LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE";
        }

        @Override
        String returned() {
            return "t.";
        }

        @Override
        Object bound(ColumnType type, Object canonical) {
            return PostgresqlParameter.bound(type, canonical);
        }

        @Override
        void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object canonical)
                throws SQLException {
            PostgresqlParameter.bind(statement, index, type, canonical);
        }

        // The driver sends these in binary once it has prepared a statement; their text would only be made for us.
        @Override
        @Nullable
        Object read(ColumnType type, ResultSet row, int index) throws SQLException {
            return switch (type) {
                case INSTANT -> {
                    byte[] bytes = row.getBytes(index);
                    // Until the driver has prepared a statement the time comes as text, which has that length only
                    // where it says infinity.
                    yield bytes == null || (bytes.length == Long.BYTES && bytes[0] != 'i')
                            ? BinaryArray.instant(bytes)
                            : row.getObject(index, OffsetDateTime.class).toInstant();
                }
                case DATE -> row.getObject(index, LocalDate.class);
                case UUID -> row.getObject(index, UUID.class);
                default -> type.read(row, index);
            };
        }
    },
    /** SQLite. */
    SQLITE(Transport.GROUPS) {
        @Override
        String manyRows(List<? extends Column<?>> columns) {
            return oneRow(columns);
        }

        @Override
        String parameter(ColumnType type) {
            return "?";
        }

        // SQLite's min and max of two answer NULL when one of them is.
        @Override
        String least(ColumnType type, String stored, String incoming) {
            return "min(coalesce(" + stored + ", " + incoming + "), coalesce(" + incoming + ", " + stored + "))";
        }

        @Override
        String greatest(ColumnType type, String stored, String incoming) {
            return "max(coalesce(" + stored + ", " + incoming + "), coalesce(" + incoming + ", " + stored + "))";
        }

        @Override
        String inOrder(ColumnType type, String expression) {
            return expression;
        }

        // The transaction holds the only write lock there is.
        @Override
        String lock() {
            return "";
        }

        // A transaction takes the only write lock there is with its first statement, whichever that is.
        @Override
        String holdTable(String table) {
            return "SELECT 1";
        }

        // SQLite knows no alias in RETURNING.
        @Override
        String returned() {
            return "";
        }

        @Override
        Object bound(ColumnType type, Object canonical) {
            return type.bound(canonical);
        }

        @Override
        void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object canonical)
                throws SQLException {
            Transport.bind(statement, index, type, canonical);
        }

        @Override
        @Nullable
        Object read(ColumnType type, ResultSet row, int index) throws SQLException {
            return type.read(row, index);
        }
    };

    private final Transport transport;

    Dialect(Transport transport) {
        this.transport = transport;
    }

    static Dialect of(DatabaseKind database) {
        return switch (database) {
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> SQLITE;
        };
    }

    /** How rows get there. */
    Transport transport() {
        return transport;
    }

    /** One row handed in, as a query. */
    String oneRow(List<? extends Column<?>> columns) {
        return "SELECT "
                + columns.stream().map(column -> parameter(column.type())).collect(Collectors.joining(", "));
    }

    /** Many rows handed in, as a query. */
    abstract String manyRows(List<? extends Column<?>> columns);

    /** A single value handed in. */
    abstract String parameter(ColumnType type);

    /** The smaller of two, ignoring NULL. */
    abstract String least(ColumnType type, String stored, String incoming);

    /** The greater of two, ignoring NULL. */
    abstract String greatest(ColumnType type, String stored, String incoming);

    /** An expression as it stands in ORDER BY. */
    abstract String inOrder(ColumnType type, String expression);

    /** What a SELECT ends in to hold its rows until the transaction ends. */
    abstract String lock();

    /** The statement that keeps other writers out of a table. */
    abstract String holdTable(String table);

    /** What stands before the columns of the stored row in RETURNING. */
    abstract String returned();

    /** What the driver is handed for a canonical value. */
    abstract Object bound(ColumnType type, Object canonical);

    /** Binds a canonical value, or null. */
    abstract void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object canonical)
            throws SQLException;

    /** Reads a column of a stored row in canonical form, null included. */
    abstract @Nullable Object read(ColumnType type, ResultSet row, int index) throws SQLException;
}
