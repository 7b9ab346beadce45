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
        int rowsOfValues() {
            return 0;
        }

        @Override
        <T> void run(Line line, Statements.Text text, Handed<T> handed, Answer answer) throws SQLException {
            Connection connection = line.connection();
            BaseConnection driver = connection.unwrap(BaseConnection.class);
            List<@Nullable Object[]> rows = handed.rows();
            for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
                List<@Nullable Object[]> part = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_STATEMENT));
                boolean single = part.size() == 1;
                try (PreparedStatement statement = connection.prepareStatement(single ? text.one() : text.many())) {
                    int index = 1;
                    for (Column<T> column : handed.columns()) {
                        if (single) {
                            PostgresqlParameter.bind(statement, index++, column.type(), part.get(0)[column.position()]);
                        } else {
                            statement.setArray(index++, BinaryArray.of(driver, column, part));
                        }
                    }
                    handed.rest().bind(statement, index);
                    read(statement, answer);
                }
            }
        }
    },
    /** A few rows a statement, by statements that are kept. */
    GROUPS {
        @Override
        int rowsOfValues() {
            return Groups.ROWS;
        }

        @Override
        <T> void run(Line line, Statements.Text text, Handed<T> handed, Answer answer) throws SQLException {
            Groups.run(line, text, handed, answer);
        }
    };

    /** The most rows of a statement of PostgreSQL; more are split: five times as many take longer for each of them. */
    static final int ROWS_PER_STATEMENT = 2_000;

    /**
     * Where statements are run.
     *
     * @param connection the connection of the session
     * @param kept the statements of the table that outlive it
     */
    record Line(Connection connection, KeptStatements kept) {}

    /**
     * What is handed to a statement.
     *
     * @param columns the columns of each row that it takes, in order
     * @param rows the rows
     * @param rest binds what comes after the rows
     */
    record Handed<T>(List<Column<T>> columns, List<@Nullable Object[]> rows, Rest rest) {
        Handed<T> part(int from, int to) {
            return new Handed<>(columns, rows.subList(from, to), rest);
        }
    }

    /** Binds parameters from an index on, and answers the index behind them. */
    interface Rest {
        int bind(PreparedStatement statement, int index) throws SQLException;
    }

    /** Takes one row of an answer, on which the result set stands. */
    interface Answer {
        void row(ResultSet result) throws SQLException;
    }

    /** How many rows of values a statement for many rows takes; 0 where they come as arrays instead. */
    abstract int rowsOfValues();

    /** Runs a statement over rows; none are no statement. */
    abstract <T> void run(Line line, Statements.Text text, Handed<T> handed, Answer answer) throws SQLException;

    static void bind(PreparedStatement statement, int index, ColumnType type, @Nullable Object value)
            throws SQLException {
        Object bound = value == null ? null : type.bound(value);
        if (bound == null) {
            statement.setNull(index, Types.NULL);
        } else if (bound instanceof String text) {
            statement.setString(index, text);
        } else {
            statement.setObject(index, bound);
        }
    }

    static <T> int bindRow(PreparedStatement statement, int start, List<Column<T>> columns, @Nullable Object[] row)
            throws SQLException {
        int index = start;
        for (Column<T> column : columns) {
            bind(statement, index++, column.type(), row[column.position()]);
        }
        return index;
    }

    static void read(PreparedStatement statement, Answer answer) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                answer.row(result);
            }
        }
    }
}
