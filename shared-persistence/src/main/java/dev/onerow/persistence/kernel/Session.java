package dev.onerow.persistence.kernel;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.database.UncheckedSqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one table on one connection, inside the transaction that is open on it. */
final class Session<T> {
    private static final String NO_ARBITER = "42P10";

    private final Connection connection;
    private final Table<T> table;
    private final Statements<T> statements;
    private final Dialect dialect;
    private final Instant now;

    Session(Connection connection, Table<T> table, Statements<T> statements, Dialect dialect, Instant now) {
        this.connection = connection;
        this.table = table;
        this.statements = statements;
        this.dialect = dialect;
        this.now = now;
    }

    Connection connection() {
        return connection;
    }

    /** What a failed statement of this session is to the caller. */
    RuntimeException failure(SQLException failure) {
        if (isWithoutArbiter(failure)) {
            String key = table.key().stream().map(Column::name).collect(Collectors.joining(", "));
            return new StoreUnavailable(
                    "Table " + table.name() + " has lost its unique index over (" + key
                            + "); ./onerow check prints the repair",
                    failure);
        }
        if (StoreFailure.of(failure).orElse(null) instanceof StoreFailure.Refused refused) {
            return new ConstraintViolated(refused.violation(), failure);
        }
        return new UncheckedSqlException(failure);
    }

    private static boolean isWithoutArbiter(SQLException failure) {
        return NO_ARBITER.equals(failure.getSQLState())
                || String.valueOf(failure.getMessage()).contains("ON CONFLICT clause does not match");
    }

    Instant now() {
        return now;
    }

    /** Merges rows; answers those that really changed, as stored. */
    List<@Nullable Object[]> upsert(List<@Nullable Object[]> rows, boolean probed) throws SQLException {
        return inStatements(
                rows, statements.supplied(), size -> statements.upsert(size, probed), this::bindInsertTimes);
    }

    /** Inserts the rows of absent keys and holds the others; answers the inserted ones, as stored. */
    List<@Nullable Object[]> claim(List<@Nullable Object[]> rows) throws SQLException {
        return inStatements(rows, statements.supplied(), statements::claim, this::bindInsertTimes);
    }

    /** Overwrites stored rows; answers those that really changed, as stored. */
    List<@Nullable Object[]> overwrite(List<@Nullable Object[]> rows) throws SQLException {
        if (table.isAppendOnly()) {
            return List.of();
        }
        return inStatements(rows, statements.overwriting(), statements::overwrite, this::bindUpdateTime);
    }

    /** Reads the rows of keys, in any order. */
    List<@Nullable Object[]> select(List<Key> keys) throws SQLException {
        return inStatements(asRows(keys), table.key(), statements::select, (statement, index) -> index);
    }

    /** Holds the rows of sorted keys until the transaction ends. */
    void lock(List<Key> keys) throws SQLException {
        if (dialect.lock().isEmpty() || keys.size() < 2) {
            return;
        }
        List<@Nullable Object[]> rows = asRows(keys);
        for (List<@Nullable Object[]> part : parts(rows, table.key().size())) {
            try (PreparedStatement statement = connection.prepareStatement(statements.lock(part.size()))) {
                bindRows(statement, table.key(), part);
                statement.executeQuery().close();
            }
        }
    }

    /** Keeps other writers out of the table until the transaction ends. */
    void holdTable() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statements.holdTable())) {
            statement.execute();
        }
    }

    /** Deletes the rows of sorted keys; answers them as they were. */
    List<@Nullable Object[]> delete(List<Key> keys, @Nullable Long expectedVersion) throws SQLException {
        lock(keys);
        return inStatements(
                asRows(keys),
                table.key(),
                size -> statements.delete(size, expectedVersion != null),
                (statement, index) -> {
                    if (expectedVersion != null) {
                        statement.setLong(index++, expectedVersion);
                    }
                    return index;
                });
    }

    /** Patches the rows of sorted keys; answers those that really changed, as stored. */
    List<@Nullable Object[]> patch(List<Key> keys, Patch<T> patch) throws SQLException {
        lock(keys);
        return inStatements(
                asRows(keys),
                table.key(),
                size -> statements.patch(
                        size, patch.setColumns(), patch.addedColumns(), patch.expectedVersion() != null),
                (statement, start) -> {
                    int index = bindPatch(statement, start, patch);
                    index = bindUpdateTime(statement, index);
                    if (patch.expectedVersion() != null) {
                        statement.setLong(index++, patch.expectedVersion());
                    }
                    return bindPatch(statement, index, patch);
                });
    }

    /** Reads and holds the children of parents, in any order. */
    List<@Nullable Object[]> childrenOf(Column<T> parent, List<Object> parents) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object value : parents) {
            @Nullable Object[] row = new @Nullable Object[table.columns().size()];
            row[parent.position()] = value;
            rows.add(row);
        }
        return inStatements(
                rows, List.of(parent), size -> statements.childrenOf(parent, size), (statement, index) -> index);
    }

    private interface Rest {
        int bind(PreparedStatement statement, int index) throws SQLException;
    }

    private List<@Nullable Object[]> inStatements(
            List<@Nullable Object[]> rows, List<Column<T>> columns, IntFunction<String> text, Rest rest)
            throws SQLException {
        List<@Nullable Object[]> answers = new ArrayList<>();
        for (List<@Nullable Object[]> part : parts(rows, columns.size())) {
            try (PreparedStatement statement = connection.prepareStatement(text.apply(part.size()))) {
                rest.bind(statement, bindRows(statement, columns, part));
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        answers.add(read(result));
                    }
                }
            }
        }
        return answers;
    }

    private List<List<@Nullable Object[]>> parts(List<@Nullable Object[]> rows, int parametersPerRow) {
        int[] sizes = dialect.statementSizes(parametersPerRow);
        List<List<@Nullable Object[]>> parts = new ArrayList<>();
        int from = 0;
        while (from < rows.size()) {
            int left = rows.size() - from;
            int size = dialect == Dialect.POSTGRESQL ? Math.min(left, sizes[0]) : largestFitting(sizes, left);
            parts.add(rows.subList(from, from + size));
            from += size;
        }
        return parts;
    }

    private static int largestFitting(int[] sizes, int left) {
        for (int size : sizes) {
            if (size <= left) {
                return size;
            }
        }
        return 1;
    }

    private int bindRows(PreparedStatement statement, List<Column<T>> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        int index = 1;
        if (dialect == Dialect.POSTGRESQL) {
            for (Column<T> column : columns) {
                @Nullable Object[] values = new @Nullable Object[rows.size()];
                for (int i = 0; i < values.length; i++) {
                    Object value = rows.get(i)[column.position()];
                    values[i] = value == null ? null : column.type().bound(value);
                }
                statement.setArray(index++, connection.createArrayOf(column.type().postgresName, values));
            }
            return index;
        }
        for (@Nullable Object[] row : rows) {
            for (Column<T> column : columns) {
                bind(statement, index++, column.type(), row[column.position()]);
            }
        }
        return index;
    }

    private int bindInsertTimes(PreparedStatement statement, int start) throws SQLException {
        int index = start;
        for (int i = statements.times(); i > 0; i--) {
            bind(statement, index++, ColumnType.INSTANT, now);
        }
        return index;
    }

    private int bindUpdateTime(PreparedStatement statement, int start) throws SQLException {
        int index = start;
        if (statements.isUpdateTimed()) {
            bind(statement, index++, ColumnType.INSTANT, now);
        }
        return index;
    }

    private int bindPatch(PreparedStatement statement, int start, Patch<T> patch) throws SQLException {
        int index = start;
        for (int i = 0; i < patch.setColumns().size(); i++) {
            bind(
                    statement,
                    index++,
                    patch.setColumns().get(i).type(),
                    patch.setValues().get(i));
        }
        for (int i = 0; i < patch.addedColumns().size(); i++) {
            bind(
                    statement,
                    index++,
                    patch.addedColumns().get(i).type(),
                    patch.amounts().get(i));
        }
        return index;
    }

    private static void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, type.bound(value));
        }
    }

    private @Nullable Object[] read(ResultSet result) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[table.columns().size()];
        for (Column<T> column : table.columns()) {
            values[column.position()] = column.type().read(result, column.position() + 1);
        }
        return values;
    }

    private List<@Nullable Object[]> asRows(List<Key> keys) {
        List<@Nullable Object[]> rows = new ArrayList<>(keys.size());
        for (Key key : keys) {
            @Nullable Object[] row = new @Nullable Object[table.columns().size()];
            for (int i = 0; i < table.key().size(); i++) {
                row[table.key().get(i).position()] = key.values().get(i);
            }
            rows.add(row);
        }
        return rows;
    }
}
