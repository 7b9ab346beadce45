package dev.onerow.persistence.views;

import dev.onerow.persistence.database.UncheckedSqlException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads views where nothing can be written and nobody waits for long. A function that never changes its mind is called
 * for the plan already, and may be lying.
 */
final class PostgresReading {
    private static final Duration COUNT_LIMIT = Duration.ofSeconds(5);

    // What is set behind a savepoint is undone with it.
    private static final String BEGIN =
            "SAVEPOINT reading; SET LOCAL transaction_read_only TO on; SET LOCAL statement_timeout TO ";

    private static final String GIVE_UP = "ROLLBACK TO SAVEPOINT reading; RELEASE SAVEPOINT reading";

    private static final Set<String> TOO_LONG = Set.of(PostgresErrors.CANCELLED, PostgresErrors.LOCK_NOT_AVAILABLE);

    private final Statements statements;
    private final PostgresLocks locks;
    private final Duration planLimit;

    /**
     * Reads on the connection of the current transaction.
     *
     * @param planLimit how long it may take until the first row could be read
     */
    PostgresReading(Statements statements, PostgresLocks locks, Duration planLimit) {
        this.statements = statements;
        this.locks = locks;
        this.planLimit = planLimit;
    }

    /**
     * Reads no row of a view, which takes all the locks that reading it does.
     *
     * @throws ViewRefused when it cannot be read
     * @throws UncheckedSqlException when a lock is not obtained within one try
     */
    void probe(String view, String quoted) {
        try {
            statements.run(BEGIN + planLimit.toMillis() + "; " + locks.limit() + "; SELECT * FROM " + quoted
                    + " LIMIT 0; " + GIVE_UP);
        } catch (SQLException failure) {
            throw PostgresViewRows.unreadable(view, failure);
        }
    }

    /** Implements {@link Views#probe}. */
    void probe(View made) {
        try {
            probe(made.name(), made.quoted());
        } catch (UncheckedSqlException failure) {
            throw PostgresLocks.isLockTimeout(failure)
                    ? ViewsBusy.forNow("a lock that reading view " + made.name() + " needs", failure)
                    : failure;
        }
    }

    /** Implements {@link Views#count}. */
    OptionalLong count(View view) {
        try {
            return OptionalLong.of(counted(view, ""));
        } catch (SQLException failure) {
            if (!PostgresErrors.CANCELLED.equals(failure.getSQLState())) {
                throw PostgresViewRows.unreadable(view.name(), failure);
            }
            statements.runOrFail(GIVE_UP);
            return OptionalLong.empty();
        }
    }

    /**
     * Implements {@link Views#countMade}. The plan for counting is one for reading, so there is no other question as long
     * as the answer comes in time.
     */
    OptionalLong countMade(View made) {
        try {
            return OptionalLong.of(counted(made, locks.limit() + "; "));
        } catch (SQLException failure) {
            if (!TOO_LONG.contains(String.valueOf(failure.getSQLState()))) {
                throw PostgresViewRows.unreadable(made.name(), failure);
            }
            statements.runOrFail(GIVE_UP);
            probe(made);
            return OptionalLong.empty();
        }
    }

    /** The rows as a whole, so that every cell is evaluated: count(*) alone would leave them out. */
    private long counted(View view, String lockLimit) throws SQLException {
        var script = BEGIN + COUNT_LIMIT.toMillis() + "; " + lockLimit + "SELECT count(\"row of view\".*) FROM "
                + view.quoted() + " AS \"row of view\"; " + GIVE_UP;
        return statements.script(script, row -> row.getLong(1)).get(0);
    }
}
