package dev.onerow.persistence.adopting;

/** A value of an old row is none of its kind. Thrown by {@link OldRow}, answered where the row is read. */
public final class UnusableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableValue(String column) {
        super("The column " + column + " has a value of another kind", null, false, false);
    }
}
