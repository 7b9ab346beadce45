package dev.onerow.persistence.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that the database answered, each beside the key that it belongs to. They are matched by key; the order in which
 * they came, which no database promises, only decides how quickly they are found.
 */
final class Matched {
    private final @Nullable Object[] @Nullable [] found;

    private Matched(int keys) {
        this.found = new @Nullable Object[keys] @Nullable [];
    }

    /**
     * Matches rows.
     *
     * @param sorted values that hold the asked keys, each once, in key order
     * @param rows rows of some of these keys
     */
    static <T> Matched of(Table<T> table, List<@Nullable Object[]> sorted, List<@Nullable Object[]> rows) {
        Matched matched = new Matched(sorted.size());
        int expected = 0;
        for (@Nullable Object[] row : rows) {
            while (expected < sorted.size() && table.compareKeys(sorted.get(expected), row) < 0) {
                expected++;
            }
            boolean inOrder = expected < sorted.size() && table.compareKeys(sorted.get(expected), row) == 0;
            matched.found[inOrder ? expected : position(table, sorted, row)] = row;
        }
        return matched;
    }

    /** The row of the key at this place, or null. */
    @Nullable
    Object @Nullable [] at(int place) {
        return found[place];
    }

    private static <T> int position(Table<T> table, List<@Nullable Object[]> sorted, @Nullable Object[] row) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = table.compareKeys(sorted.get(middle), row);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        throw new IllegalStateException("A row of " + table.name() + " came back under a key that was not asked for");
    }
}
