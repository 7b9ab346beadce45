package dev.onerow.quality.domain;

/**
 * How many points a backfill has seen, and what became of them. Adds up by construction.
 *
 * @param scored inserted or updated; in a dry run: would be
 * @param unchanged stored already
 * @param skipped left out, for a reason
 * @param failed not scorable or not stored
 */
public record BackfillCounts(long scored, long unchanged, long skipped, long failed) {
    /** Nothing seen. */
    public static final BackfillCounts NONE = new BackfillCounts(0, 0, 0, 0);

    /**
     * Checks the signs.
     *
     * @throws IllegalArgumentException when one is negative
     */
    public BackfillCounts {
        if (scored < 0 || unchanged < 0 || skipped < 0 || failed < 0) {
            throw new IllegalArgumentException("Nothing is counted below zero");
        }
    }

    /** All points seen. */
    public long seen() {
        return scored + unchanged + skipped + failed;
    }

    /** The share of seen points that did not fail, 0 to 1; 1 when none was seen. */
    public double successRate() {
        return seen() == 0 ? 1.0 : (seen() - failed) / (double) seen();
    }

    /** Both together. */
    public BackfillCounts plus(BackfillCounts more) {
        return new BackfillCounts(
                scored + more.scored, unchanged + more.unchanged, skipped + more.skipped, failed + more.failed);
    }
}
