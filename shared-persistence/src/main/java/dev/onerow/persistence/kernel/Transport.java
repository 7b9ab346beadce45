package dev.onerow.persistence.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;

/** How the rows of a statement get to the database, and its answer back. */
enum Transport {
    /** One array for each column: one round trip for thousands of rows, and one text for any number of them. */
    ARRAYS {
        @Override
        <T> void run(Connection connection, Statements.Text text, Handed<T> handed, Answer answer) throws SQLException {
            BaseConnection driver = connection.unwrap(BaseConnection.class);
            List<@Nullable Object[]> rows = handed.rows();
            for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
                List<@Nullable Object[]> part = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
                boolean single = part.size() == 1;
                try (PreparedStatement statement = connection.prepareStatement(single ? text.one() : text.many())) {
                    int index = 1;
                    if (single) {
                        index = bindRow(statement, handed.columns(), part.get(0));
                    } else {
                        for (Column<T> column : handed.columns()) {
                            statement.setArray(index++, BinaryArray.of(driver, column, part));
                        }
                    }
                    handed.rest().bind(statement, index);
                    read(statement, answer);
                }
            }
        }
    },
    /** One statement, kept while the rows go through it one after another: the database runs in this very process. */
    ONE_BY_ONE {
        @Override
        <T> void run(Connection connection, Statements.Text text, Handed<T> handed, Answer answer) throws SQLException {
            if (handed.rows().isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(text.one())) {
                for (@Nullable Object[] row : handed.rows()) {
                    handed.rest().bind(statement, bindRow(statement, handed.columns(), row));
                    read(statement, answer);
                }
            }
        }
    };

    /** The most rows of a statement of PostgreSQL; more are split, so that memory stays bounded. */
    static final int ROWS_PER_STATEMENT = 10_000;

    /**
     * What is handed to a statement.
     *
     * @param columns the columns of each row that it takes, in order
     * @param rows the rows
     * @param rest binds what comes after the rows
     */
    record Handed<T>(List<Column<T>> columns, List<@Nullable Object[]> rows, Rest rest) {}

    /** Binds parameters from an index on. */
    interface Rest {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    /** Takes one row of an answer, on which the result set stands. */
    interface Answer {
        void row(ResultSet result) throws SQLException;
    }

    /** Runs a statement over rows; none are no statement. */
    abstract <T> void run(Connection connection, Statements.Text text, Handed<T> handed, Answer answer)
            throws SQLException;

    static void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else {
            statement.setObject(index, type.bound(value));
        }
    }

    private static <T> int bindRow(PreparedStatement statement, List<Column<T>> columns, @Nullable Object[] row)
            throws SQLException {
        int index = 1;
        for (Column<T> column : columns) {
            bind(statement, index++, column.type(), row[column.position()]);
        }
        return index;
    }

    private static void read(PreparedStatement statement, Answer answer) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                answer.row(result);
            }
        }
    }
}
