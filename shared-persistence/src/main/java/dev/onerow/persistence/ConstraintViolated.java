package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/** A constraint of the database refused a row. Names table, constraint and columns, never a value. */
public final class ConstraintViolated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConstraintViolation violation;

    /** A refusal by this constraint. */
    public ConstraintViolated(ConstraintViolation violation, @Nullable Throwable cause) {
        super(describe(violation), cause);
        this.violation = violation;
    }

    /** Which constraint. */
    public ConstraintViolation violation() {
        return violation;
    }

    private static String describe(ConstraintViolation violation) {
        return "Refused by " + violation.kind() + " constraint " + violation.constraint() + " of table "
                + violation.table() + ", columns " + violation.columns();
    }
}
