package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One prepared statement, kept open, run once for each row in auto-commit mode: the best there is for a single row. */
final class JdbcStatement<R> implements Peer<R> {
    private final Shape<R> shape;
    private final DatabaseKind database;
    private final Connection connection;
    private final PreparedStatement statement;

    JdbcStatement(Bench bench, Shape<R> shape) throws SQLException {
        this.shape = shape;
        this.database = bench.kind();
        // Or the SQLite driver asks for the last row id after each statement.
        this.connection = database == DatabaseKind.SQLITE
                ? bench.connect("jdbc.get_generated_keys=false", "journal_mode=WAL", "synchronous=NORMAL")
                : bench.connect();
        this.statement = connection.prepareStatement(shape.upsert(database));
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        for (Object[] values : batch.values()) {
            Binding.bind(statement, shape.fields(), values, database);
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
