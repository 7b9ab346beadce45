package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A score that somebody else computed, as it is told.
 *
 * @param patternId whose score
 * @param qualityScore 0 to 1
 * @param confidence 0 to 1
 * @param measuredAt when it was measured; empty: on arrival
 * @param version of whatever scored it
 * @param metadata canonical JSON of an object
 * @param dimensions as far as the metadata name them
 */
public record StatedScore(
        PatternId patternId,
        double qualityScore,
        double confidence,
        Optional<Instant> measuredAt,
        ScorerVersion version,
        String metadata,
        StatedDimensions dimensions) {

    /** The measurement that it is when it arrives now. */
    public Incoming arriving(Instant now) {
        Measurement measurement = new Measurement(
                patternId,
                qualityScore,
                confidence,
                measuredAt.orElse(now),
                version,
                metadata,
                dimensions,
                null,
                null,
                null);
        return new Incoming(measurement, Entrance.STATED, measuredAt.isPresent());
    }
}
