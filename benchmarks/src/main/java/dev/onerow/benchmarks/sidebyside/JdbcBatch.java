package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** {@code addBatch} and {@code executeBatch} in one transaction; PostgreSQL's driver makes multi-row statements of it. */
final class JdbcBatch<R> implements Peer<R> {
    private final Shape<R> shape;
    private final DatabaseKind database;
    private final Connection connection;
    private final PreparedStatement statement;

    JdbcBatch(Bench bench, Shape<R> shape) throws SQLException {
        this.shape = shape;
        this.database = bench.kind();
        this.connection = database == DatabaseKind.SQLITE
                ? bench.connect("journal_mode=WAL", "synchronous=NORMAL")
                : bench.connect("reWriteBatchedInserts=true");
        connection.setAutoCommit(false);
        this.statement = connection.prepareStatement(shape.upsert(database));
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        for (Object[] values : batch.values()) {
            Binding.bind(statement, shape.fields(), values, database);
            statement.addBatch();
        }
        statement.executeBatch();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
