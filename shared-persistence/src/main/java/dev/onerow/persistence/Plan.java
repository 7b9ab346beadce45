package dev.onerow.persistence;

import java.util.List;

/**
 * What a write would do, row by row in input order; nothing was written, locked or counted.
 *
 * @param <T> the row
 * @param rows one for each row handed in
 */
public record Plan<T>(List<Planned<T>> rows) {

    /** Copies the rows. */
    public Plan {
        rows = List.copyOf(rows);
    }

    /**
     * What would become of one row.
     *
     * @param written as the write itself would answer it; members that only the database or the kernel makes are
     *     what they were, or null in a row that would be inserted
     * @param changed members that would differ from the stored row, in the order of the declaration; all that the
     *     caller supplies when the row would be inserted, none when nothing would be written
     */
    public record Planned<T>(Written<T> written, List<String> changed) {

        /** Copies the names. */
        public Planned {
            changed = List.copyOf(changed);
        }
    }

    /** The receipt that the write would give. */
    public Receipt receipt() {
        return Receipt.of(rows.stream().map(row -> row.written().outcome()).toList());
    }
}
