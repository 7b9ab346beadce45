package dev.onerow.quality.persistence;

import dev.onerow.quality.domain.Distribution;
import dev.onerow.quality.domain.Distribution.Average;
import dev.onerow.quality.domain.Distribution.Bucket;
import dev.onerow.quality.domain.Tier;
import dev.onerow.quality.persistence.DistributionReads.BucketCount;
import dev.onerow.quality.persistence.DistributionReads.Overview;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a distribution of what the database counts. */
@Singleton
final class Distributions {
    /** Decimal places in which both databases come to the same average. */
    private static final int SAME_ON_BOTH = 12;

    private final DistributionReads reads;

    Distributions(DistributionReads reads) {
        this.reads = reads;
    }

    Distribution of(int buckets) {
        Overview overview = reads.overview(
                Tier.EXCELLENT.from() - Tier.DUST, Tier.GOOD.from() - Tier.DUST, Tier.FAIR.from() - Tier.DUST);
        return new Distribution(buckets(buckets), tiers(overview), averages(overview));
    }

    private List<Bucket> buckets(int buckets) {
        Map<Integer, Long> counts = reads.buckets(buckets, Tier.DUST).stream()
                .collect(Collectors.toMap(count -> (int) count.bucket(), BucketCount::scores));
        List<Bucket> all = new ArrayList<>(buckets);
        for (int i = 0; i < buckets; i++) {
            all.add(new Bucket(i / (double) buckets, (i + 1) / (double) buckets, counts.getOrDefault(i, 0L)));
        }
        return all;
    }

    private static Map<Tier, Long> tiers(Overview overview) {
        Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
        tiers.put(Tier.EXCELLENT, overview.excellent());
        tiers.put(Tier.GOOD, overview.good());
        tiers.put(Tier.FAIR, overview.fair());
        tiers.put(Tier.POOR, overview.poor());
        return tiers;
    }

    private static Map<String, Average> averages(Overview overview) {
        Map<String, Average> averages = new LinkedHashMap<>();
        averages.put("completeness", average(overview.completeness(), overview.completenessCount()));
        averages.put("documentation", average(overview.documentation(), overview.documentationCount()));
        averages.put("onex_compliance", average(overview.onexCompliance(), overview.onexComplianceCount()));
        averages.put("metadata_richness", average(overview.metadataRichness(), overview.metadataRichnessCount()));
        averages.put("complexity", average(overview.complexity(), overview.complexityCount()));
        return averages;
    }

    private static Average average(@Nullable Double average, long count) {
        return new Average(
                average == null
                        ? null
                        : (Double) BigDecimal.valueOf(average)
                                .setScale(SAME_ON_BOTH, RoundingMode.HALF_EVEN)
                                .doubleValue(),
                count);
    }
}
