package dev.onerow.persistence.views;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The database does not make or read a view as asked. Thrown through the transaction, which rolls back: whatever views
 * there were are as before.
 */
public final class ViewRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    ViewRefused(Reason reason, @Nullable Throwable cause) {
        super(reason.toString());
        this.reason = reason;
        if (cause != null) {
            // Not as the cause: by that a transaction would take this for a failure of the database.
            addSuppressed(cause);
        }
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The reasons. */
    public sealed interface Reason {

        /**
         * The SELECT itself is wrong.
         *
         * @param code stable word, the same for both databases, such as {@code unknown-column}
         * @param position 1 for the first character of the SELECT, in code points; null when the database does not say
         * @param subject the name or word it stumbled over; null when the database does not say
         */
        record InvalidSql(
                String code,
                @Nullable Integer position,
                @Nullable String subject) implements Reason {}

        /**
         * The name is not free for a view.
         *
         * @param view the name
         * @param holder what has it, in one word such as {@code table}
         */
        record NameTaken(String view, String holder) implements Reason {}

        /**
         * The view would read itself.
         *
         * @param view its name
         * @param through the view that the SELECT names: itself, or one that reads it
         */
        record Circular(String view, String through) implements Reason {}

        /**
         * The SELECT reads something that lies outside of the readable schemas.
         *
         * @param object its name with its schema
         */
        record OutsideSchemas(String object) implements Reason {}

        /**
         * A view that reads this one could not be made again.
         *
         * @param view its name
         * @param column the column that it misses; null when it fails for another reason
         */
        record BrokenDependant(String view, @Nullable String column) implements Reason {}

        /**
         * Something depends on the view that is no plain view, or is out of our reach, and so cannot be made again.
         *
         * @param object what it is, in words
         */
        record FixedDependant(String object) implements Reason {}

        /**
         * The view can be made but not read: a cast, a division, a missing right.
         *
         * @param view its name
         */
        record Unreadable(String view) implements Reason {}

        /**
         * The view can be made, but a row of it takes too long.
         *
         * @param view its name
         */
        record TooSlow(String view) implements Reason {}

        /** Answers every case. */
        default <T> T answer(
                Function<InvalidSql, T> invalidSql,
                Function<NameTaken, T> nameTaken,
                Function<Circular, T> circular,
                Function<OutsideSchemas, T> outsideSchemas,
                Function<BrokenDependant, T> brokenDependant,
                Function<FixedDependant, T> fixedDependant,
                Function<Unreadable, T> unreadable,
                Function<TooSlow, T> tooSlow) {
            if (this instanceof InvalidSql it) {
                return invalidSql.apply(it);
            }
            if (this instanceof NameTaken it) {
                return nameTaken.apply(it);
            }
            if (this instanceof Circular it) {
                return circular.apply(it);
            }
            if (this instanceof OutsideSchemas it) {
                return outsideSchemas.apply(it);
            }
            if (this instanceof BrokenDependant it) {
                return brokenDependant.apply(it);
            }
            if (this instanceof FixedDependant it) {
                return fixedDependant.apply(it);
            }
            return this instanceof TooSlow it ? tooSlow.apply(it) : unreadable.apply((Unreadable) this);
        }
    }
}
