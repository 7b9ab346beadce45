package dev.onerow.quality.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sums over the patterns that a backfill scored, stored ones and unchanged ones alike.
 *
 * @param count how many
 * @param composites sum of their composites
 * @param completeness sum of this dimension
 * @param documentation sum of this dimension
 * @param onexCompliance sum of this dimension
 * @param metadataRichness sum of this dimension
 * @param complexity sum of this dimension
 * @param tiers how many are in each tier
 */
public record ScoreTotals(
        long count,
        double composites,
        double completeness,
        double documentation,
        double onexCompliance,
        double metadataRichness,
        double complexity,
        Map<Tier, Long> tiers) {
    /** Of no pattern. */
    public static final ScoreTotals NONE = new ScoreTotals(0, 0, 0, 0, 0, 0, 0, Map.of());

    /** Copies the tiers; one that is not named has no pattern. */
    public ScoreTotals {
        Map<Tier, Long> all = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            all.put(tier, tiers.getOrDefault(tier, 0L));
        }
        tiers = Collections.unmodifiableMap(all);
    }

    /** These and one more. */
    public ScoreTotals plus(Score score) {
        Map<Tier, Long> more = new EnumMap<>(tiers);
        more.merge(score.tier(), 1L, Long::sum);
        Dimensions dimensions = score.dimensions();
        return new ScoreTotals(
                count + 1,
                composites + score.composite(),
                completeness + dimensions.completeness(),
                documentation + dimensions.documentation(),
                onexCompliance + dimensions.onexCompliance(),
                metadataRichness + dimensions.metadataRichness(),
                complexity + dimensions.complexity(),
                more);
    }

    /** The share of the patterns that are in a tier, 0 to 1; 0 when there are none. */
    public double share(Tier tier) {
        return count == 0 ? 0.0 : tiers.getOrDefault(tier, 0L) / (double) count;
    }
}
