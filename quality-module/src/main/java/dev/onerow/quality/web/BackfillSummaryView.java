package dev.onerow.quality.web;

import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.BackfillSummary;
import dev.onerow.quality.domain.Tier;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job that has ended amounts to. */
@Serdeable
record BackfillSummaryView(
        double successRate,
        double elapsedSeconds,
        double patternsPerSecond,
        @Nullable Double averageComposite,
        Map<String, TierView> tiers,
        Map<String, @Nullable Double> averages,
        @Nullable Long sourceCountAtStart,
        @Nullable Long sourceCountAtEnd) {

    static BackfillSummaryView of(Backfill job) {
        BackfillSummary summary = BackfillSummary.of(job);
        BackfillProgress progress = job.progressSoFar();
        Map<String, TierView> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put(
                    tier.word(),
                    new TierView(
                            progress.totals().tiers().getOrDefault(tier, 0L),
                            progress.totals().share(tier)));
        }
        return new BackfillSummaryView(
                summary.successRate(),
                summary.elapsedSeconds(),
                summary.patternsPerSecond(),
                summary.averageComposite(),
                tiers,
                summary.averages(),
                progress.sourceAtStart().orElse(null),
                progress.sourceAtEnd().orElse(null));
    }

    @Serdeable
    record TierView(long count, double share) {}
}
