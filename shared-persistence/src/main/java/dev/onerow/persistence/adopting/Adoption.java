package dev.onerow.persistence.adopting;

import java.util.List;

/**
 * How a context takes over one table of older databases. Implementations are beans without state.
 *
 * @param <R> what rows are taken over as
 */
public interface Adoption<R> {

    /** The table. */
    OldShape shape();

    /**
     * Reads one row. A pure function.
     *
     * @throws UnusableValue when a value is none of its kind; the row is refused for it
     */
    Reading<R> read(OldRow row);

    /** Makes one of two rows of one key, the first of which has the higher rank or is what became of others. Pure. */
    default Merged<R> merge(R first, R second) {
        return Merged.firstOf(first);
    }

    /** Begins to write the rows of one run. */
    Writer<R> writer(AdoptionRun run);

    /**
     * Writes the rows of one run. Not thread-safe.
     *
     * @param <R> what rows are taken over as
     */
    interface Writer<R> {

        /**
         * Writes some rows in the caller's transaction, which may be tried again; best first within each cluster.
         * Writing them again changes nothing.
         *
         * @return one answer for each, in the order given
         */
        List<Adopted> write(List<R> rows);
    }
}
