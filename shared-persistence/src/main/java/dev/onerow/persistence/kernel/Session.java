package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Key;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of one table on one connection, inside the transaction that is open on it. Rows are arrays with
 * one canonical value for each column; where only keys are asked for, the other values do not matter.
 */
final class Session<T> {
    private static final Transport.Rest NOTHING = (statement, index) -> index;

    private final Transport.Line line;
    private final Table<T> table;
    private final Statements<T> statements;
    private final Dialect dialect;
    private final Numbering numbering;
    private final Instant now;
    private final Bindings<T> bindings;

    Session(
            Transport.Line line,
            Table<T> table,
            Statements<T> statements,
            Dialect dialect,
            Numbering numbering,
            Instant now) {
        this.line = line;
        this.table = table;
        this.statements = statements;
        this.dialect = dialect;
        this.numbering = numbering;
        this.now = now;
        this.bindings = new Bindings<>(table, dialect, now);
    }

    /**
     * How many rows a statement wrote.
     *
     * @param inserted of these, how many were not there before
     * @param written inserted or really changed
     */
    record Counted(long inserted, long written) {}

    Connection connection() {
        return line.connection();
    }

    /** What a failed statement of this session is to the caller. */
    RuntimeException failure(SQLException failure) {
        return FailedStatement.of(table, failure);
    }

    Instant now() {
        return now;
    }

    /** Merges rows; answers those that really changed, as stored. */
    List<@Nullable Object[]> upsert(List<@Nullable Object[]> rows, boolean probed) throws SQLException {
        return answered(statements.upsert(probed), table.supplied(), rows, bindings::insertTimes);
    }

    /** Merges rows; counts those that really changed. */
    Counted count(List<@Nullable Object[]> rows, boolean probed) throws SQLException {
        var handed = new Transport.Handed<>(table.supplied(), rows, bindings::insertTimes);
        if (dialect == Dialect.SQLITE && rows.size() >= Numbering.PAYS_FROM) {
            Counted numbered = numbering.count(line.connection(), () -> Groups.write(line, statements.write(), handed));
            if (numbered != null) {
                return numbered;
            }
        }
        long[] counts = new long[2];
        dialect.transport().run(line, statements.count(probed), handed, result -> {
            counts[0] += result.getLong(1);
            counts[1] += result.getLong(2);
        });
        return new Counted(counts[0], counts[1]);
    }

    /** Counts the rows that are there. */
    long present(List<@Nullable Object[]> keys) throws SQLException {
        long[] count = new long[1];
        var handed = new Transport.Handed<>(table.key(), keys, NOTHING);
        dialect.transport().run(line, statements.present(), handed, result -> count[0] += result.getLong(1));
        return count[0];
    }

    /** Inserts the rows of absent keys and holds the others; answers the inserted ones, as stored. */
    List<@Nullable Object[]> claim(List<@Nullable Object[]> rows) throws SQLException {
        return answered(statements.claim(), table.supplied(), rows, bindings::insertTimes);
    }

    /** Overwrites stored rows; answers those that really changed, as stored. */
    List<@Nullable Object[]> overwrite(List<@Nullable Object[]> rows) throws SQLException {
        if (table.isAppendOnly()) {
            return List.of();
        }
        return answered(statements.overwrite(), statements.overwriting(), rows, bindings::updateTime);
    }

    /**
     * Overwrites one row if it is still in a state that was read; answers it as stored now, or nothing when it was not
     * written. For tables that tell states apart.
     */
    List<@Nullable Object[]> overwriteState(@Nullable Object[] state, @Nullable Object[] row) throws SQLException {
        return answered(
                statements.overwriteState(),
                statements.overwriting(),
                Collections.singletonList(row),
                (statement, index) -> bindings.state(statement, bindings.updateTime(statement, index), state));
    }

    /** Reads the rows of keys, in any order. */
    List<@Nullable Object[]> select(List<@Nullable Object[]> keys) throws SQLException {
        return answered(statements.select(), table.key(), keys, NOTHING);
    }

    /** Reads the rows of keys, in any order. */
    List<@Nullable Object[]> find(List<Key> keys) throws SQLException {
        return select(asRows(keys));
    }

    /** Reads those rows of keys that refer, by this foreign key, to a row that is not there. */
    List<@Nullable Object[]> orphans(DeferredConstraints.ForeignKey key, List<@Nullable Object[]> keys)
            throws SQLException {
        return answered(statements.orphans(key), table.key(), keys, NOTHING);
    }

    /** Holds the rows of sorted keys until the transaction ends. */
    private void lock(List<@Nullable Object[]> keys) throws SQLException {
        if (!dialect.lock().isEmpty() && keys.size() > 1) {
            var handed = new Transport.Handed<>(table.key(), keys, NOTHING);
            dialect.transport().run(line, statements.lock(), handed, result -> {});
        }
    }

    /** Keeps other writers out of the table until the transaction ends. */
    void holdTable() throws SQLException {
        try (PreparedStatement statement = line.connection().prepareStatement(statements.holdTable())) {
            statement.execute();
        }
    }

    /** Deletes the rows of sorted keys; answers them as they were. */
    List<@Nullable Object[]> delete(List<@Nullable Object[]> keys) throws SQLException {
        lock(keys);
        return answered(statements.delete(false), table.key(), keys, NOTHING);
    }

    /** Deletes the rows of sorted keys, of this version if one is expected; answers them as they were. */
    List<@Nullable Object[]> delete(List<Key> keys, @Nullable Long expectedVersion) throws SQLException {
        List<@Nullable Object[]> rows = asRows(keys);
        if (expectedVersion == null) {
            return delete(rows);
        }
        long expected = expectedVersion;
        lock(rows);
        return answered(statements.delete(true), table.key(), rows, (statement, index) -> {
            statement.setLong(index, expected);
            return index + 1;
        });
    }

    /** Patches the rows of sorted keys; answers those that really changed, as stored. */
    List<@Nullable Object[]> patch(List<Key> keys, Patch<T> patch) throws SQLException {
        List<@Nullable Object[]> rows = asRows(keys);
        Long expected = patch.expectedVersion();
        lock(rows);
        return answered(
                statements.patch(patch.setColumns(), patch.addedColumns(), expected != null),
                table.key(),
                rows,
                (statement, index) -> bindings.patch(statement, index, patch));
    }

    /** Reads and holds the children of parents, in any order. */
    List<@Nullable Object[]> childrenOf(Column<T> parent, List<Object> parents) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Object value : parents) {
            @Nullable Object[] row = new @Nullable Object[table.columns().size()];
            row[parent.position()] = value;
            rows.add(row);
        }
        return answered(statements.childrenOf(parent), List.of(parent), rows, NOTHING);
    }

    private List<@Nullable Object[]> answered(
            Statements.Text text, List<Column<T>> columns, List<@Nullable Object[]> rows, Transport.Rest rest)
            throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<@Nullable Object[]> answers = new ArrayList<>(rows.size());
        dialect.transport()
                .run(line, text, new Transport.Handed<>(columns, rows, rest), result -> answers.add(read(result)));
        return answers;
    }

    private @Nullable Object[] read(ResultSet result) throws SQLException {
        List<Column<T>> columns = table.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dialect.read(columns.get(i).type(), result, i + 1);
        }
        return values;
    }

    private List<@Nullable Object[]> asRows(List<Key> keys) {
        List<@Nullable Object[]> rows = new ArrayList<>(keys.size());
        for (Key key : keys) {
            rows.add(table.valuesOf(key));
        }
        return rows;
    }
}
