package dev.onerow.persistence.views;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a statement of SQLite when one step of it takes too long: its driver does not heed query timeouts. To be closed
 * before the statement is.
 */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final ScheduledExecutorService CLOCK = clock();

    private final Statement statement;
    private final long limitNanos;
    private final ScheduledFuture<?> checks;
    private long stepBegan;
    private boolean stepping;
    private boolean cancelled;

    Watch(Statement statement, Duration limit) {
        this.statement = statement;
        this.limitNanos = limit.toNanos();
        long interval = Math.max(1, limit.toMillis() / 20);
        this.checks = CLOCK.scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Work on the database that may take its time. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws SQLException;
    }

    /** Runs one step under the limit. */
    <T> T limit(Step<T> step) throws SQLException {
        begin();
        try {
            return step.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        stepBegan = System.nanoTime();
        stepping = true;
    }

    /** Afterwards nothing is cancelled: the connection has other work, which a late cancellation would hit. */
    private synchronized void end() {
        stepping = false;
    }

    /** Whether the statement has been cancelled here. */
    synchronized boolean isOver() {
        return cancelled;
    }

    private synchronized void check() {
        if (stepping && System.nanoTime() - stepBegan > limitNanos) {
            cancelled = true;
            try {
                statement.cancel();
            } catch (SQLException closed) {
                LOG.debug("The statement ended by itself", closed);
            }
        }
    }

    @Override
    public void close() {
        checks.cancel(false);
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "statement-time-limits");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }
}
