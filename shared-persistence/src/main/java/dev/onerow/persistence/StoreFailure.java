package dev.onerow.persistence;

import dev.onerow.persistence.database.SqlFailures;
import java.util.Optional;

/**
 * What a failure of the database means to us, however deep it is wrapped and whichever database it came from. For whoever
 * answers an exception without knowing SQL: a failure that is none of these is a bug.
 */
public sealed interface StoreFailure {

    /**
     * The database is away, out of room or out of connections, or did not let us in within the time allowed. What was
     * being committed when it happened may have been committed.
     *
     * @param code the SQLSTATE of PostgreSQL or the result code of SQLite, for logs
     */
    record Unavailable(String code) implements StoreFailure {}

    /**
     * The database gave the transaction up in favour of another one: serialization failure, deadlock, or SQLite busy.
     * Nothing of it was done; the whole of it may be tried again.
     *
     * @param code the SQLSTATE of PostgreSQL or the result code of SQLite, for logs
     */
    record GivenUp(String code) implements StoreFailure {}

    /**
     * The database takes no writes here: a standby server, a file without write permission, or a transaction that was
     * opened for reading.
     *
     * @param code the SQLSTATE of PostgreSQL or the result code of SQLite, for logs
     */
    record ReadOnly(String code) implements StoreFailure {}

    /**
     * A constraint refused a row.
     *
     * @param violation which constraint, without any value
     */
    record Refused(ConstraintViolation violation) implements StoreFailure {}

    /** Whether the same request may succeed later, as it stands; answered outside as 503. */
    default boolean isTemporary() {
        return !(this instanceof Refused);
    }

    /** The meaning of a failure, found by looking through its causes; empty when it is none of the database's. */
    static Optional<StoreFailure> of(Throwable failure) {
        return SqlFailures.meaningOf(failure);
    }
}
