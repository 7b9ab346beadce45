package dev.onerow.persistence.views;

import java.sql.SQLException;

/** A lock was not obtained within the time allowed. The same may be tried again later; nothing was done. */
public final class ViewsBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String lock;

    ViewsBusy(String lock, Throwable cause) {
        super("Not obtained in time: " + lock);
        this.lock = lock;
        // Not as the cause: by that a transaction would take this for a failure of the database.
        addSuppressed(cause);
    }

    private ViewsBusy(SQLException cause, String lock) {
        super("Not obtained in time: " + lock, cause);
        this.lock = lock;
    }

    /** One for which the whole transaction is given up, and so tried again as long as that can help. */
    static ViewsBusy forNow(String lock, Throwable cause) {
        return new ViewsBusy(new SQLException("Given up for others", PostgresErrors.GIVEN_UP, cause), lock);
    }

    /** The lock in words: what it is on, and who may hold it. */
    public String lock() {
        return lock;
    }
}
