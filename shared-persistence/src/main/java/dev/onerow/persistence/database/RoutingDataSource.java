package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One data source over the only writer of an SQLite file and a pool of its readers. A connection decides between them
 * at its first statement, by its read-only flag; see {@link RoutedConnection}.
 */
final class RoutingDataSource extends PooledSource implements AutoCloseable {
    private final HikariDataSource readers;
    private final AtomicReference<@Nullable Thread> writing = new AtomicReference<>();

    RoutingDataSource(HikariDataSource writer) {
        super(writer);
        this.readers = new HikariDataSource(PoolSettings.sqliteReaders(writer));
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                RoutedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, new RoutedConnection(this));
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
        Connection connection = pool().getConnection();
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
        pool().evictConnection(connection);
    }

    /** Closes the readers. The writer belongs to Micronaut. */
    @Override
    public void close() {
        readers.close();
    }
}
