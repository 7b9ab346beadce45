package dev.onerow.quality.domain;

import java.time.Instant;

/**
 * A measurement on its way in.
 *
 * @param measurement what is to be stored
 * @param entrance how it comes
 * @param isTimed whether the sender named the time; otherwise it is the time of arrival
 */
public record Incoming(Measurement measurement, Entrance entrance, boolean isTimed) {

    /** A pattern that was scored now. */
    public static Incoming scored(PatternId patternId, Pattern pattern, Score score, Instant now) {
        return new Incoming(Measurement.of(patternId, pattern, score, now, null), Entrance.SCORED, false);
    }

    /** A pattern that was read from a collection and scored now. */
    public static Incoming backfilled(
            PatternId patternId, Pattern pattern, Score score, Instant now, String collection) {
        return new Incoming(Measurement.of(patternId, pattern, score, now, collection), Entrance.BACKFILLED, false);
    }
}
