package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One prepared statement, kept open, run once for each row in auto-commit mode: the best there is for a single row. It may
 * ask for the version of the row, as one has to in order to tell an insert from an update.
 */
final class JdbcStatement<R> implements Peer<R> {
    private final Shape<R> shape;
    private final DatabaseKind database;
    private final Connection connection;
    private final PreparedStatement statement;
    private final boolean asking;

    JdbcStatement(Bench bench, Shape<R> shape, boolean asking) throws SQLException {
        this.shape = shape;
        this.database = bench.kind();
        // Or the SQLite driver asks for the last row id after each statement.
        this.connection = database == DatabaseKind.SQLITE
                ? bench.connect("jdbc.get_generated_keys=false", "journal_mode=WAL", "synchronous=NORMAL")
                : bench.connect();
        this.statement = connection.prepareStatement(shape.upsert(database)
                + (asking ? " RETURNING " + shape.version().name() : ""));
        this.asking = asking;
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        for (Object[] values : batch.values()) {
            Binding.bind(statement, shape.fields(), values, database);
            if (asking) {
                readVersion();
            } else {
                statement.executeUpdate();
            }
        }
    }

    private void readVersion() throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next() || row.getLong(1) < 1) {
                throw new IllegalStateException("A row has a version from 1 on");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
