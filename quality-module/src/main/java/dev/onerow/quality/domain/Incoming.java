package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A measurement on its way in.
 *
 * @param measurement what is to be stored
 * @param entrance how it comes
 * @param isTimed whether the sender named the time; otherwise it is the time of arrival
 * @param formerId the id that the score had elsewhere, and is to have here where that is free; null: a new one
 */
public record Incoming(
        Measurement measurement,
        Entrance entrance,
        boolean isTimed,
        @Nullable UUID formerId) {

    /** A measurement whose score gets a new id. */
    public Incoming(Measurement measurement, Entrance entrance, boolean isTimed) {
        this(measurement, entrance, isTimed, null);
    }

    /** The same, with the id that the score had elsewhere. */
    public Incoming withId(@Nullable UUID former) {
        return new Incoming(measurement, entrance, isTimed, former);
    }

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
