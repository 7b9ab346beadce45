package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source of ours in front of a pool, which goes on belonging to Micronaut.
 *
 * <p>Deliberately no {@code DelegatingDataSource}: Micronaut Data unwraps that class and would go past ours.
 */
abstract class PooledSource implements DataSource {
    private final HikariDataSource pool;

    PooledSource(HikariDataSource pool) {
        this.pool = pool;
    }

    final HikariDataSource pool() {
        return pool;
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("A pool connects as one user only");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(PooledSource.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool.isWrapperFor(type);
    }
}
