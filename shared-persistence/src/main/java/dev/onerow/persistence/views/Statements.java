package dev.onerow.persistence.views;

import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Statements on the connection of the current transaction. */
final class Statements {
    private final CurrentTransaction transaction;

    Statements(CurrentTransaction transaction) {
        this.transaction = transaction;
    }

    /** Makes something of one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement as it stands: nothing in it is a placeholder or an escape of JDBC. */
    void run(String sql) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** {@link #run} for statements that cannot be refused. */
    void runOrFail(String sql) {
        try {
            run(sql);
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /**
     * Runs several statements as they stand, with a semicolon between, and reads the rows that they answer. On PostgreSQL
     * that is one round trip, and no statement runs after one that fails.
     */
    <T> List<T> script(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = transaction.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            List<T> result = new ArrayList<>();
            boolean hasRows = statement.execute(sql);
            while (hasRows || statement.getUpdateCount() >= 0) {
                if (hasRows) {
                    read(statement.getResultSet(), reader, result);
                }
                hasRows = statement.getMoreResults();
            }
            return result;
        }
    }

    /** Runs statements that answer nothing, in order, in as few round trips as the driver can. */
    void runAll(Collection<String> statements) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (Statement batch = transaction.connection().createStatement()) {
            batch.setEscapeProcessing(false);
            for (String sql : statements) {
                batch.addBatch(sql);
            }
            batch.executeBatch();
        }
    }

    /** Runs a query with parameters; a list is an array of text. */
    <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            List<T> result = new ArrayList<>();
            read(statement.executeQuery(), reader, result);
            return result;
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    private static <T> void read(ResultSet answer, RowReader<T> reader, List<T> into) throws SQLException {
        try (ResultSet rows = answer) {
            while (rows.next()) {
                into.add(reader.read(rows));
            }
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof List<?> list) {
            statement.setArray(place, statement.getConnection().createArrayOf("text", list.toArray()));
        } else if (value instanceof long[] oids) {
            Object[] boxed = java.util.Arrays.stream(oids).boxed().toArray();
            statement.setArray(place, statement.getConnection().createArrayOf("int8", boxed));
        } else {
            statement.setObject(place, value);
        }
    }
}
