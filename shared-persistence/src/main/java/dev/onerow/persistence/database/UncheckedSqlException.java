package dev.onerow.persistence.database;

import java.sql.SQLException;

/** A failed statement, on its way to {@link dev.onerow.persistence.StoreFailure#of}. */
public final class UncheckedSqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Wraps the failure; its message is left to the cause. */
    public UncheckedSqlException(SQLException cause) {
        super("A statement failed", cause);
    }
}
