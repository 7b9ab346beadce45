package dev.onerow.quality.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill that has ended amounts to.
 *
 * @param successRate the share of seen points that did not fail, 0 to 1
 * @param elapsedSeconds from when a worker first took it to its end, to the millisecond
 * @param patternsPerSecond seen points in that time
 * @param averageComposite of the scored patterns, to 3 decimals; null when there are none
 * @param averages of each dimension by its name, to 3 decimals; null when there are none
 */
public record BackfillSummary(
        double successRate,
        double elapsedSeconds,
        double patternsPerSecond,
        @Nullable Double averageComposite,
        Map<String, @Nullable Double> averages) {
    private static final int DECIMALS = 3;
    private static final double MILLIS_PER_SECOND = 1_000.0;

    /** Sums up a job, up to its end or to its last change. */
    public static BackfillSummary of(Backfill job) {
        Instant end = job.finishedAt().orElse(job.updatedAt());
        Instant start = job.startedAt().orElse(end);
        double seconds = Duration.between(start, end).toMillis() / MILLIS_PER_SECOND;
        ScoreTotals totals = job.progressSoFar().totals();
        Map<String, @Nullable Double> averages = new LinkedHashMap<>();
        averages.put("completeness", average(totals, totals.completeness()));
        averages.put("documentation", average(totals, totals.documentation()));
        averages.put("onex_compliance", average(totals, totals.onexCompliance()));
        averages.put("metadata_richness", average(totals, totals.metadataRichness()));
        averages.put("complexity", average(totals, totals.complexity()));
        return new BackfillSummary(
                job.counts().successRate(),
                seconds,
                seconds == 0 ? 0.0 : rounded(job.counts().seen() / seconds),
                average(totals, totals.composites()),
                averages);
    }

    private static @Nullable Double average(ScoreTotals totals, double sum) {
        return totals.count() == 0 ? null : (Double) rounded(sum / totals.count());
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
