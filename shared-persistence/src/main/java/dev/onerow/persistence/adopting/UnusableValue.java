package dev.onerow.persistence.adopting;

/** A value of an old row is none of its kind. Thrown where the row is read, which is refused for it. */
public final class UnusableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Tells the column, never the value. */
    public UnusableValue(String column) {
        super("The column " + column + " has a value of another kind", null, false, false);
    }
}
