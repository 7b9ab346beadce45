package dev.onerow.quality.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the current scores are spread.
 *
 * @param buckets of equal width, from the lowest scores to the highest
 * @param tiers how many scores are in each tier
 * @param averages of the five dimensions, by the name of the dimension
 */
public record Distribution(List<Bucket> buckets, Map<Tier, Long> tiers, Map<String, Average> averages) {

    /** Copies the buckets. */
    public Distribution {
        buckets = List.copyOf(buckets);
    }

    /**
     * Some of the range.
     *
     * @param from its lower bound, which belongs to it
     * @param to its upper bound, which belongs to the next one, or to it when it is the last
     * @param count how many scores are in it
     */
    public record Bucket(double from, double to, long count) {}

    /**
     * The mean of a dimension over the scores that have it.
     *
     * @param average null when none has it
     * @param count how many have it
     */
    public record Average(@Nullable Double average, long count) {}
}
