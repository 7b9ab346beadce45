package dev.onerow.ledger.api;

/** Hears how far an import is. An import that the database made try again tells its steps again. */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody listens. */
    ImportProgress UNHEARD = (step, rows) -> {};

    /**
     * A step is done.
     *
     * @param rows how many rows it was about
     */
    void reached(Step step, int rows);

    /** The steps of an import, in their order. */
    enum Step {
        /** All records of the file have been read, also the rejected ones. */
        READ,
        /** It is known which of them are stored already. */
        RECOGNISED,
        /** The records and the new transactions have been written. */
        WRITTEN,
        /** The new transactions have their categories in every ledger that shows them. */
        CATEGORISED
    }
}
