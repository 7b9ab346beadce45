package dev.onerow.persistence.kernel;

import dev.onerow.persistence.MergeRule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The merge rules as Java: two rows of one key become one, as the statement would have made of them in turn. */
final class Merge {
    private Merge() {}

    /**
     * What is stored once {@code incoming} was written over {@code stored}. Neither is changed. What the kernel and
     * the database supply is taken from {@code stored}.
     */
    static <T> @Nullable Object[] merged(Table<T> table, @Nullable Object[] stored, @Nullable Object[] incoming) {
        if (table.compareAge(incoming, stored) < 0) {
            return stored;
        }
        @Nullable Object[] result = stored.clone();
        for (Column<T> column : table.changeable()) {
            int i = column.position();
            result[i] = merged(column, stored[i], incoming[i]);
        }
        return result;
    }

    /** Whether anything is changed when {@code incoming} is written over {@code stored}. */
    static <T> boolean changes(Table<T> table, @Nullable Object[] stored, @Nullable Object[] incoming) {
        if (table.compareAge(incoming, stored) < 0) {
            return false;
        }
        for (Column<T> column : table.changeable()) {
            int i = column.position();
            if (!Objects.equals(stored[i], merged(column, stored[i], incoming[i]))) {
                return true;
            }
        }
        return false;
    }

    /** What a decided write makes of a stored row: the incoming value wherever it may change. */
    static <T> @Nullable Object[] overwritten(Table<T> table, @Nullable Object[] stored, @Nullable Object[] incoming) {
        @Nullable Object[] result = stored.clone();
        for (Column<T> column : table.changeable()) {
            result[column.position()] = incoming[column.position()];
        }
        return result;
    }

    /** Whether a column that may change differs between two rows of one key. */
    static <T> boolean differ(Table<T> table, @Nullable Object[] left, @Nullable Object[] right) {
        for (Column<T> column : table.changeable()) {
            if (!Objects.equals(left[column.position()], right[column.position()])) {
                return true;
            }
        }
        return false;
    }

    private static <T> @Nullable Object merged(Column<T> column, @Nullable Object stored, @Nullable Object incoming) {
        return switch (column.rule()) {
            case REPLACE -> incoming;
            case KEEP -> stored;
            case ADD -> sum(column, stored, incoming);
            case LEAST, GREATEST -> extreme(column, stored, incoming);
            case COALESCE -> incoming == null ? stored : incoming;
        };
    }

    private static <T> Object sum(Column<T> column, @Nullable Object stored, @Nullable Object incoming) {
        try {
            long sum = Math.addExact((Long) Objects.requireNonNull(stored), (Long) Objects.requireNonNull(incoming));
            return column.type().canonical(sum);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw column.refused("adds up to more than the column holds");
        }
    }

    private static <T> @Nullable Object extreme(Column<T> column, @Nullable Object stored, @Nullable Object incoming) {
        if (stored == null || incoming == null) {
            return stored == null ? incoming : stored;
        }
        int order = column.type().compare(incoming, stored);
        boolean taken = column.rule() == MergeRule.LEAST ? order < 0 : order > 0;
        return taken ? incoming : stored;
    }
}
