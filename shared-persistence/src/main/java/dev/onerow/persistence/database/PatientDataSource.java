package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * A pool that tells a server that is away from one that is busy. When it has no connection left and still none comes
 * within the pool's own wait, the server is away, and the caller hears so at once; while it has some, one may come
 * back, and it is waited for {@value #TIMES_WHILE_BUSY} times as long.
 */
final class PatientDataSource extends PooledSource {
    private static final int TIMES_WHILE_BUSY = 4;

    PatientDataSource(HikariDataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        long begin = System.nanoTime();
        long patience = Duration.ofMillis(TIMES_WHILE_BUSY * pool().getConnectionTimeout())
                .toNanos();
        while (true) {
            try {
                return pool().getConnection();
            } catch (SQLTransientConnectionException none) {
                if (!hasConnections() || System.nanoTime() - begin >= patience) {
                    throw none;
                }
            }
        }
    }

    /** Counts idle ones too: one that came back just as the pool gave up is neither in use nor lost. */
    private boolean hasConnections() {
        return pool().getHikariPoolMXBean().getTotalConnections() > 0;
    }
}
