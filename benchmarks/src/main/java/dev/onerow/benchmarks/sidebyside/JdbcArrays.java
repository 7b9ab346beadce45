package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One statement over one array for each column, made by {@code createArrayOf}. PostgreSQL only. */
final class JdbcArrays<R> implements Peer<R> {
    private final Shape<R> shape;
    private final Connection connection;
    private final PreparedStatement statement;

    JdbcArrays(Bench bench, Shape<R> shape) throws SQLException {
        this.shape = shape;
        this.connection = bench.connect();
        this.statement = connection.prepareStatement(shape.upsertArrays());
    }

    @Override
    public void write(Batch<R> batch) throws SQLException {
        for (int column = 0; column < shape.fields().size(); column++) {
            Object[] values = new Object[batch.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = batch.values().get(row)[column];
            }
            statement.setArray(
                    column + 1,
                    connection.createArrayOf(shape.fields().get(column).kind().postgresType, values));
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
