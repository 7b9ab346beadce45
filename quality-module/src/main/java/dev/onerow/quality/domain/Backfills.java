package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The backfills and the lines of their files, as they are kept. Joins the caller's transaction. Thread-safe. */
public interface Backfills {

    /**
     * Keeps a new job. A job of this id that is there stays as it is.
     *
     * @param leaseUntil until when whoever opens it has it to itself; empty: any worker may take it at once
     */
    Opened open(BackfillId id, BackfillOrder order, boolean isAttended, Optional<Instant> leaseUntil);

    /**
     * A job, and whether it is new.
     *
     * @param backfill as it is kept
     * @param isNew false when there was one of this id
     */
    record Opened(Backfill backfill, boolean isNew) {}

    /** The job of this id. */
    Optional<Backfill> find(BackfillId id);

    /** Jobs, latest first, then by id. */
    List<Backfill> latest(AfterTime after, int limit);

    /** Jobs that have not ended and that nobody has a lease on, oldest first. */
    List<Backfill> waiting(Instant now, int limit);

    /**
     * Changes a job, if nobody else has changed it meanwhile.
     *
     * @param from the job as it was read
     * @param to what it becomes
     * @return what it is now; empty when somebody else has changed it, and nothing was written
     */
    Optional<Backfill> change(Backfill from, Backfill to);

    /** Forgets a job whose file never came in whole. */
    void forget(BackfillId id);

    /** Keeps lines of a file. The same lines again change nothing. */
    void keepLines(BackfillId id, List<Line> lines);

    /** Lines of a file behind this one, in order; fewer than the limit when they are long, none at the end only. */
    List<Line> lines(BackfillId id, long after, int limit);

    /** How many lines a file has. */
    long countLines(BackfillId id);

    /** Removes the lines of a file. */
    void dropLines(BackfillId id);

    /**
     * A line of a file.
     *
     * @param number from 1; blank lines are counted and not kept
     * @param text without its end
     */
    record Line(long number, String text) {}
}
