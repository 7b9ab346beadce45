package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * The locks under which views are changed on PostgreSQL. Those on views are given up before the server looks for
 * deadlocks, or it might choose a reader as the one to fail. Thread-safe.
 */
final class PostgresLocks {
    /** Goes back to the savepoint of {@link #begin}. */
    static final String GIVE_UP = "ROLLBACK TO SAVEPOINT changing_views; RELEASE SAVEPOINT changing_views";

    /** Keeps what was done since {@link #begin}. */
    static final String END = "SET LOCAL lock_timeout TO DEFAULT; RELEASE SAVEPOINT changing_views";

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final String ONE_LOCK = "the lock under which views are changed, one at a time";
    private static final int LONGEST_TRY_MILLIS = 900;

    // Any constant will do, as long as nobody else takes advisory locks by it: "onerow_v" in ASCII. The questions to
    // the catalogue are long and their answers short: planned anew each time, most of the time would go there. A SELECT
    // is judged as text in which a backslash is a character; the driver, which takes a message apart, has to be told so
    // before it gets one.
    private static final String LOCK =
            """
            SELECT set_config('lock_timeout', '%d', true), pg_advisory_xact_lock(8029752404741053302),
                   set_config('lock_timeout', '0', true), set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('standard_conforming_strings', 'on', true),
                   least(%d, floor(%d * extract(epoch FROM current_setting('deadlock_timeout')::interval)))::int AS millis
            """.formatted(Views.LOCK_LIMIT.toMillis(), LONGEST_TRY_MILLIS, LONGEST_TRY_MILLIS);

    private final Statements statements;

    /** The same for all transactions, as the server's setting is; learned again with each lock. */
    private volatile int tryMillis = LONGEST_TRY_MILLIS;

    PostgresLocks(Statements statements) {
        this.statements = statements;
    }

    /** Implements {@link Views#lock}. */
    void lockAll() {
        try {
            statements.query(LOCK, row -> tryMillis = row.getInt("millis"));
        } catch (UncheckedSqlException failure) {
            throw busyOr(failure, ONE_LOCK);
        }
    }

    /** Statements that open a savepoint, in which locks are waited for as long as {@link #limit} says. */
    String begin() {
        return "SAVEPOINT changing_views; " + limit();
    }

    /** The statement that bounds the wait for a lock. */
    String limit() {
        return "SET LOCAL lock_timeout TO " + tryMillis;
    }

    /**
     * Tries again while readers hold the locks. Each try gives up before the server would look for deadlocks, and so
     * before a reader could be chosen as the one to fail.
     *
     * @param work opens the savepoint of {@link #begin} before it can wait for a lock
     */
    <T> T givingWay(String view, Supplier<T> work) {
        long begin = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (UncheckedSqlException failure) {
                boolean isLate = System.nanoTime() - begin > Views.LOCK_LIMIT.toNanos() - 1_000_000_000L;
                if (isLate || !isLockTimeout(failure)) {
                    throw busyOr(failure, "the lock on view " + view + ", whose readers leave no gap");
                }
                statements.runOrFail(GIVE_UP);
                pause(tried);
            }
        }
    }

    private static void pause(int tried) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 20L << Math.min(tried, 5));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ViewsBusy("the lock on a view, interrupted", stop);
        }
    }

    private static RuntimeException busyOr(UncheckedSqlException failure, String lock) {
        return isLockTimeout(failure) ? new ViewsBusy(lock, failure) : failure;
    }

    static boolean isLockTimeout(UncheckedSqlException failure) {
        return failure.getCause() instanceof SQLException sql
                && PostgresErrors.LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }
}
