package dev.onerow.quality.domain;

import org.jspecify.annotations.Nullable;

/**
 * Why one point was not stored, or what is wrong with a collection or with the whole.
 *
 * @param id the point, as its source calls it; null when it is no single point
 * @param collection its collection; null when it is the whole job
 * @param reason a fixed word, then perhaps a colon and what it is in this case
 */
public record BackfillProblem(@Nullable String id, @Nullable String collection, String reason) {
    /** The pattern's confidence is below the one that is asked for. */
    public static final String BELOW_MIN_CONFIDENCE = "below-min-confidence";

    /** The stored score is newer. */
    public static final String STALE = "stale";

    /** Another point of this job was the same pattern. */
    public static final String SAME_ID_AGAIN = "same-id-again";

    /** The payload is not a pattern that can be scored. */
    public static final String NOT_SCORABLE = "not-scorable";

    /** The database refused the row. */
    public static final String NOT_STORED = "not-stored";

    /** The whole job: the source had nothing. */
    public static final String NO_PATTERNS = "/problems/no-patterns";

    /** The whole job: the source did not answer when it started. */
    public static final String SOURCE_UNAVAILABLE = "/problems/source-unavailable";

    /** The whole job: the source stopped answering. */
    public static final String SOURCE_FAILED = "/problems/source-failed";

    /** The whole job: the process that ran it is gone, and nobody else may take it over. */
    public static final String INTERRUPTED = "/problems/interrupted";

    /** The whole job: a bug broke it off again and again. */
    public static final String INTERNAL = "/problems/internal";

    /** The source has no such collection. */
    public static final String MISSING_COLLECTION = "missing-collection";

    /** What ended a whole job: a type of problem, and what it is in this case. */
    static BackfillProblem ofJob(String type, String detail) {
        return new BackfillProblem(null, null, type + ": " + detail);
    }
}
