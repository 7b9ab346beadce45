package dev.onerow.persistence.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds what comes after the rows of a statement. Each answers the index behind what it bound. */
final class Bindings<T> {
    private final Table<T> table;
    private final Dialect dialect;
    private final Object now;

    /** Bindings for the statements that run at this time. */
    Bindings(Table<T> table, Dialect dialect, Instant now) {
        this.table = table;
        this.dialect = dialect;
        this.now = dialect.bound(ColumnType.INSTANT, now);
    }

    int insertTimes(PreparedStatement statement, int start) throws SQLException {
        for (int i = 0; i < table.times(); i++) {
            statement.setObject(start + i, now);
        }
        return start + table.times();
    }

    int updateTime(PreparedStatement statement, int index) throws SQLException {
        if (!table.isUpdateTimed()) {
            return index;
        }
        statement.setObject(index, now);
        return index + 1;
    }

    int state(PreparedStatement statement, int start, @Nullable Object[] state) throws SQLException {
        int index = start;
        for (Column<T> column : table.stateColumns()) {
            dialect.bind(statement, index++, column.type(), state[column.position()]);
        }
        return index;
    }

    /** What a patch sets, when, for which version, and once more what it sets: as {@link Statements#patch} asks for it. */
    int patch(PreparedStatement statement, int start, Patch<T> patch) throws SQLException {
        int index = updateTime(statement, changes(statement, start, patch));
        Long expected = patch.expectedVersion();
        if (expected != null) {
            statement.setLong(index++, expected);
        }
        return changes(statement, index, patch);
    }

    private int changes(PreparedStatement statement, int start, Patch<T> patch) throws SQLException {
        int index = values(statement, start, patch.setColumns(), patch.setValues());
        return values(statement, index, patch.addedColumns(), patch.amounts());
    }

    private int values(
            PreparedStatement statement, int start, List<Column<T>> columns, List<? extends @Nullable Object> values)
            throws SQLException {
        int index = start;
        for (int i = 0; i < columns.size(); i++) {
            dialect.bind(statement, index++, columns.get(i).type(), values.get(i));
        }
        return index;
    }
}
