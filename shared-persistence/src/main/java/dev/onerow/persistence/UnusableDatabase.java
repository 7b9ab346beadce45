package dev.onerow.persistence;

/**
 * The database cannot be used as it is, and someone has to act: a wrong URL, a server that is away, a file that is no
 * database, or a foreign table with one of our names. Thrown at start. The message is for the operator, says what to do, and holds no password.
 */
public final class UnusableDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An obstacle, in words for the operator. */
    public UnusableDatabase(String message) {
        super(message);
    }

    /** An obstacle, in words for the operator, with what was met. */
    public UnusableDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
