package dev.onerow.quality.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One score of one pattern at one time.
 *
 * @param patternId whose score
 * @param qualityScore the composite, 0 to 1
 * @param confidence 0 to 1, carried beside the score
 * @param measuredAt when it was measured, in microseconds; finer is cut off
 * @param version of the scoring algorithm
 * @param metadata canonical JSON of an object
 * @param dimensions as far as the metadata name them
 * @param inputHash which pattern was scored; null when the score came from outside
 * @param patternName null when not known
 * @param sourceCollection the collection the pattern came from; null when it came another way
 */
public record Measurement(
        PatternId patternId,
        double qualityScore,
        double confidence,
        Instant measuredAt,
        ScorerVersion version,
        String metadata,
        StatedDimensions dimensions,
        @Nullable String inputHash,
        @Nullable String patternName,
        @Nullable String sourceCollection) {
    private static final Comparator<Measurement> BY_STATED_CONTENT = Comparator.comparing(Measurement::version)
            .thenComparingDouble(Measurement::qualityScore)
            .thenComparingDouble(Measurement::confidence)
            .thenComparing(Measurement::metadata);

    private static final Comparator<Measurement> BY_HISTORY_CONTENT =
            BY_STATED_CONTENT.thenComparing((one, other) -> compare(one.inputHash, other.inputHash));

    private static final Comparator<Measurement> BY_CONTENT = BY_HISTORY_CONTENT
            .thenComparing((one, other) -> compare(one.patternName, other.patternName))
            .thenComparing((one, other) -> compare(one.sourceCollection, other.sourceCollection));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number is not one of 0 to 1
     */
    public Measurement {
        qualityScore = Shares.require("quality_score", qualityScore);
        confidence = Shares.require("confidence", confidence);
        measuredAt = measuredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** A pattern scored now: its metadata are exactly its five dimensions. */
    public static Measurement of(
            PatternId patternId, Pattern pattern, Score score, Instant now, @Nullable String sourceCollection) {
        return new Measurement(
                patternId,
                score.composite(),
                score.confidence(),
                now,
                Score.VERSION,
                CanonicalJson.of(score.dimensions().named()),
                StatedDimensions.of(score.dimensions()),
                score.inputHash(),
                pattern.name(),
                sourceCollection);
    }

    /** Whether both say the same of the pattern: all columns but the time and those that name the source. */
    boolean saysTheSameAs(Measurement other) {
        return BY_STATED_CONTENT.compare(this, other) == 0;
    }

    /** Whether the same pattern was scored with the same algorithm. */
    boolean scoresTheSameInputAs(Measurement other) {
        return inputHash != null && inputHash.equals(other.inputHash) && version.equals(other.version);
    }

    boolean hasTheSameHashAs(Measurement other) {
        return Objects.equals(inputHash, other.inputHash);
    }

    /** Above zero when this one stays rather than the other, were both measured at one time. */
    int compareContent(Measurement other) {
        return BY_CONTENT.compare(this, other);
    }

    /** The same over the columns of the history. */
    int compareHistoryContent(Measurement other) {
        return BY_HISTORY_CONTENT.compare(this, other);
    }

    /** Null is lower than any text. */
    private static int compare(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        return one.compareTo(other);
    }
}
