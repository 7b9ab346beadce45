package dev.onerow.quality.web;

import dev.onerow.quality.domain.Distribution;
import dev.onerow.quality.domain.Tier;
import dev.onerow.web.request.Fields;
import dev.onerow.web.request.Form;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the current scores are spread, as it is shown. */
@Serdeable
record DistributionView(List<BucketView> buckets, Map<String, Long> tiers, Map<String, AverageView> averages) {
    private static final int MOST_BUCKETS = 100;
    private static final int BUCKETS = 10;

    static DistributionView of(Distribution distribution) {
        Map<String, Long> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put(tier.word(), distribution.tiers().getOrDefault(tier, 0L));
        }
        Map<String, AverageView> averages = new LinkedHashMap<>();
        distribution
                .averages()
                .forEach((name, average) -> averages.put(name, new AverageView(average.average(), average.count())));
        return new DistributionView(
                distribution.buckets().stream()
                        .map(bucket -> new BucketView(bucket.from(), bucket.to(), bucket.count()))
                        .toList(),
                tiers,
                averages);
    }

    @Serdeable
    record BucketView(double from, double to, long count) {}

    @Serdeable
    record AverageView(@Nullable Double average, long count) {}

    /** How many buckets a client asks for. */
    static int buckets(Fields in) {
        return in.integer("buckets").between(1, MOST_BUCKETS).orElse(BUCKETS);
    }

    @Singleton
    static final class Parameters implements Form<Integer> {
        @Override
        public Integer read(Fields in) {
            return buckets(in);
        }
    }
}
