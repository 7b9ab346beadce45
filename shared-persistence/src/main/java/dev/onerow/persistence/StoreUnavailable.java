package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The database is away, or stayed busy past all retries. What was not answered before may be sent again. Answered
 * outside as 503.
 */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with what it was about, in words that hold no bound values. */
    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
