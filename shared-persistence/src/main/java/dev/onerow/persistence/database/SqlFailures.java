package dev.onerow.persistence.database;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.StoreFailure.GivenUp;
import dev.onerow.persistence.StoreFailure.ReadOnly;
import dev.onerow.persistence.StoreFailure.Refused;
import dev.onerow.persistence.StoreFailure.Unavailable;
import dev.onerow.persistence.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.sqlite.SQLiteException;

/** Knows the codes of both databases: SQLSTATEs of PostgreSQL, result codes of SQLite. */
public final class SqlFailures {
    private static final Set<String> GIVEN_UP = Set.of(
            "40001", // serialization failure
            "40P01"); // deadlock

    private static final Set<String> AWAY = Set.of(
            "08", // connection
            "53", // out of disk, memory or connections
            "58"); // its files or its operating system

    private static final Set<String> AWAY_STATES = Set.of(
            "25P03", // the transaction was idle for too long,
            "25P04", // or took too long: the connection is closed
            "40003", // the connection was lost while committing
            "55P03", // lock not available in time
            "57014", // the statement took longer than the server allows, or its operator stopped it
            "57P01", // the server is told to stop,
            "57P02", // has crashed,
            "57P03", // is starting,
            "57P04", // or the database was dropped
            "57P05"); // idle for too long

    private static final String READ_ONLY_TRANSACTION = "25006";

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READ_ONLY = 8;
    private static final Set<Integer> SQLITE_AWAY = Set.of(
            6, // locked by another connection of this process
            7, // out of memory
            10, // input or output
            11, // the file is damaged
            13, // disk full
            14, // cannot open
            26); // the file is no database

    private SqlFailures() {}

    /** Implements {@link StoreFailure#of}. What is told as unavailable may still have been given up, and be tried again. */
    public static Optional<StoreFailure> meaningOf(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean unavailable = false;
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            StoreFailure meaning = meaningOfOne(cause);
            if (meaning != null) {
                return Optional.of(meaning);
            }
            unavailable |= cause instanceof StoreUnavailable;
        }
        return unavailable ? Optional.of(new Unavailable("unknown")) : Optional.empty();
    }

    /** The failure of a statement as {@link dev.onerow.persistence.Store} promises it. */
    public static RuntimeException told(SQLException failure) {
        StoreFailure meaning = meaningOf(failure).orElse(null);
        if (meaning instanceof Refused refused) {
            return new ConstraintViolated(refused.violation(), failure);
        }
        return meaning == null ? new UncheckedSqlException(failure) : new StoreUnavailable(describe(meaning), failure);
    }

    /** What happened, in words for a log. */
    static String describe(StoreFailure meaning) {
        if (meaning instanceof GivenUp givenUp) {
            return "The database gave the transaction up: " + givenUp.code();
        }
        if (meaning instanceof ReadOnly readOnly) {
            return "The database takes no writes: " + readOnly.code();
        }
        return meaning instanceof Unavailable unavailable
                ? "The database is away: " + unavailable.code()
                : meaning.toString();
    }

    private static @Nullable StoreFailure meaningOfOne(Throwable failure) {
        if (failure instanceof ConstraintViolated violated) {
            return new Refused(violated.violation());
        }
        if (failure instanceof SQLiteException sqlite) {
            return ofSqlite(sqlite);
        }
        if (failure instanceof SQLTransientConnectionException waitedInVain) {
            return new Unavailable(String.valueOf(waitedInVain.getSQLState()));
        }
        return failure instanceof SQLException other ? ofState(other) : null;
    }

    private static @Nullable StoreFailure ofSqlite(SQLiteException failure) {
        int code = failure.getResultCode().code & 0xff;
        String name = failure.getResultCode().name();
        if (code == SQLITE_BUSY) {
            return new GivenUp(name);
        }
        if (code == SQLITE_READ_ONLY) {
            return new ReadOnly(name);
        }
        if (SQLITE_AWAY.contains(code)) {
            return new Unavailable(name);
        }
        return Violations.ofSqlite(failure).map(Refused::new).orElse(null);
    }

    private static @Nullable StoreFailure ofState(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return saysThePool(String.valueOf(failure.getMessage())) ? new Unavailable("closed") : null;
        }
        if (GIVEN_UP.contains(state)) {
            return new GivenUp(state);
        }
        if (READ_ONLY_TRANSACTION.equals(state)) {
            return new ReadOnly(state);
        }
        if (AWAY_STATES.contains(state) || AWAY.stream().anyMatch(state::startsWith)) {
            return new Unavailable(state);
        }
        return failure instanceof PSQLException postgresql
                ? Violations.ofPostgresql(postgresql).map(Refused::new).orElse(null)
                : null;
    }

    /** The pool is closed, or has closed a connection that was lost; it gives no state. */
    private static boolean saysThePool(String message) {
        return message.startsWith("HikariDataSource") || message.equals("Connection is closed");
    }
}
