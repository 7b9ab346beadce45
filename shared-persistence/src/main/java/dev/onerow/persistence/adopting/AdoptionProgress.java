package dev.onerow.persistence.adopting;

/** Is told how far a run has got. */
public interface AdoptionProgress {

    /** What a run does with a table. */
    enum Step {
        /** Its rows are read from the old database. */
        READING,
        /** They are written, and what was reported is committed. */
        WRITING
    }

    /** Tells nobody. */
    AdoptionProgress NONE = (step, table, done, all) -> {};

    /** So many rows of a table are through a step. */
    void report(Step step, String table, long done, long all);
}
