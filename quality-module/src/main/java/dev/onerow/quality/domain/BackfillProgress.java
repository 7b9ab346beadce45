package dev.onerow.quality.domain;

import java.util.Optional;

/**
 * How far a backfill is. Written with every batch, in the transaction of the batch.
 *
 * @param collection which of the order's collections is being read, from 0; as many as there are: all are read
 * @param place where to go on in it, in the words of the source; "" at its start
 * @param taken how many points count towards the limit
 * @param totals sums over what was scored
 * @param sourceAtStart how many points the source had when the job started
 * @param sourceAtEnd how many it had when the job ended; empty before
 * @param breaks how often in a row a bug broke the job off here
 * @param failure the type of problem that the job ended with, if it did
 */
public record BackfillProgress(
        int collection,
        String place,
        long taken,
        ScoreTotals totals,
        Optional<Long> sourceAtStart,
        Optional<Long> sourceAtEnd,
        int breaks,
        Optional<String> failure) {
    /** Nothing read yet. */
    public static final BackfillProgress START =
            new BackfillProgress(0, "", 0, ScoreTotals.NONE, Optional.empty(), Optional.empty(), 0, Optional.empty());

    /** Goes on behind a batch. */
    public BackfillProgress after(int nextCollection, String nextPlace, long nowTaken, ScoreTotals nowTotals) {
        return new BackfillProgress(
                nextCollection, nextPlace, nowTaken, nowTotals, sourceAtStart, sourceAtEnd, 0, failure);
    }

    /** Knows how many points the source has at the start. */
    public BackfillProgress startingWith(long points) {
        return new BackfillProgress(
                collection, place, taken, totals, Optional.of(points), sourceAtEnd, breaks, failure);
    }

    /** Knows how many points the source has at the end. */
    public BackfillProgress endingWith(long points) {
        return new BackfillProgress(
                collection, place, taken, totals, sourceAtStart, Optional.of(points), breaks, failure);
    }

    /** A bug broke the job off here once more. */
    public BackfillProgress brokenOff() {
        return new BackfillProgress(collection, place, taken, totals, sourceAtStart, sourceAtEnd, breaks + 1, failure);
    }

    /** Ended with a problem of this type. */
    public BackfillProgress failedBy(String problem) {
        return new BackfillProgress(
                collection, place, taken, totals, sourceAtStart, sourceAtEnd, breaks, Optional.of(problem));
    }
}
