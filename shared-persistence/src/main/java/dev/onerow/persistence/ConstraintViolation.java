package dev.onerow.persistence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which constraint of the database refused a row, as far as the database tells. Carries no bound values.
 *
 * @param kind the sort of constraint
 * @param table its table, or null when the database does not say
 * @param constraint its name, or null when the database does not say (SQLite names columns instead)
 * @param columns the columns it is about, as far as known
 */
public record ConstraintViolation(
        Kind kind, @Nullable String table, @Nullable String constraint, List<String> columns) {

    /** The sorts of constraint. */
    public enum Kind {
        /** A unique key other than the one the write conflicts on. */
        UNIQUE,
        /** A foreign key: the row it refers to is not there, or others refer to this one. */
        FOREIGN_KEY,
        /** A column that must not be null. */
        NOT_NULL,
        /** A check. */
        CHECK,
        /** Any other rule of the database, such as a type or a trigger. */
        OTHER
    }

    /** Copies the columns. */
    public ConstraintViolation {
        columns = List.copyOf(columns);
    }
}
