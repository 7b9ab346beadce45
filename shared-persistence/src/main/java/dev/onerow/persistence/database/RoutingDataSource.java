package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One data source over the only writer of an SQLite file and a pool of its readers. A connection decides between them
 * at its first statement, by its read-only flag; see {@link RoutedConnection}.
 *
 * <p>Deliberately no {@code DelegatingDataSource}: Micronaut Data unwraps that class and would go past the routing.
 */
final class RoutingDataSource implements DataSource, AutoCloseable {
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final AtomicReference<@Nullable Thread> writing = new AtomicReference<>();

    RoutingDataSource(HikariDataSource writer) {
        this.writer = writer;
        this.readers = new HikariDataSource(PoolSettings.sqliteReaders(writer));
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                RoutedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new RoutedConnection(this));
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("SQLite knows no users");
    }

    Connection reader() throws SQLException {
        return readers.getConnection();
    }

    Connection writer() throws SQLException {
        if (Thread.currentThread().equals(writing.get())) {
            // It would wait for itself until the pool gives up.
            throw new SQLException("This thread holds the only writer of the SQLite database already:"
                    + " a transaction that writes cannot open a second one");
        }
        Connection connection = writer.getConnection();
        writing.set(Thread.currentThread());
        return connection;
    }

    void releaseWriter(Connection connection) throws SQLException {
        writing.set(null);
        connection.close();
    }

    /** Gives up a writer whose transaction could not be ended, so that nobody inherits it. */
    void discardWriter(Connection connection) {
        writing.set(null);
        writer.evictConnection(connection);
    }

    /** Closes the readers. The writer belongs to Micronaut. */
    @Override
    public void close() {
        readers.close();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return writer.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        writer.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        writer.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return writer.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(RoutingDataSource.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : writer.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || writer.isWrapperFor(type);
    }
}
