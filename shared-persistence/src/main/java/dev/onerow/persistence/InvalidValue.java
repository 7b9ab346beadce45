package dev.onerow.persistence;

/**
 * A value cannot be kept alike by both databases: NaN or an infinity, U+0000, an unpaired surrogate, a missing key
 * member, an instant out of range. Found before the database is touched. Names the member, never the value.
 */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal.ByValue refusal;

    /** A refusal of this value. */
    public InvalidValue(Refusal.ByValue refusal) {
        super("Member " + refusal.member() + " (column " + refusal.column() + "): " + refusal.problem());
        this.refusal = refusal;
    }

    /** Which member, and why. */
    public Refusal.ByValue refusal() {
        return refusal;
    }
}
