package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The current scores and the history of measurements, as they are kept. There is one way to write them, whoever
 * writes. Joins the caller's transaction when there is one. Thread-safe.
 */
public interface PatternScores {

    /**
     * Stores measurements by {@link Storing}, current scores and history together. Measurements of one pattern are
     * decided one after another, in the order given; the last of them tells what became of the pattern.
     *
     * @param now the time of arrival
     * @return one answer for each, in the order given
     */
    List<Recorded> record(List<Incoming> measurements, Condition condition, Instant now);

    /** Tells what {@link #record} would do without condition, and writes nothing. */
    List<Recorded> rehearse(List<Incoming> measurements, Instant now);

    /**
     * Removes the current score of a pattern and its history.
     *
     * @return what became of it; only {@link Removal#REMOVED} removes the history as well
     */
    Removal remove(PatternId id, Condition condition);

    /** What can become of a removal. */
    enum Removal {
        /** It is gone, history and all. */
        REMOVED,
        /** There is no score of this pattern. */
        MISSING,
        /** The condition of the request does not hold. */
        CONDITION_FAILED
    }

    /** The current score of a pattern. */
    Optional<StoredScore> find(PatternId id);

    /**
     * Current scores, best first, then by pattern id.
     *
     * @param after the score and pattern behind which the page starts
     */
    List<StoredScore> best(ScoreFilter filter, AfterScore after, int limit);

    /** How many bytes each of these has. */
    List<Long> sizesOfBest(ScoreFilter filter, AfterScore after, int limit);

    /**
     * Current scores, latest measurement first, then by pattern id.
     *
     * @param after the time and pattern behind which the page starts
     */
    List<StoredScore> latest(ScoreFilter filter, AfterTime after, int limit);

    /** How many bytes each of these has. */
    List<Long> sizesOfLatest(ScoreFilter filter, AfterTime after, int limit);

    /**
     * Measurements of one pattern, newest first.
     *
     * @param upTo the latest time that is wanted
     */
    List<StoredScore> history(PatternId id, Instant upTo, int limit);

    /** How many bytes each of these has. */
    List<Long> sizesOfHistory(PatternId id, Instant upTo, int limit);

    /**
     * How the current scores are spread.
     *
     * @param buckets into so many buckets, 1 or more
     */
    Distribution distribution(int buckets);

    /**
     * A place in a list ordered by score.
     *
     * @param score of the last row before it
     * @param patternId of the last row before it
     */
    record AfterScore(double score, UUID patternId) {
        /** Before the first row. */
        public static final AfterScore NOTHING = new AfterScore(2.0, new UUID(0, 0));
    }
}
