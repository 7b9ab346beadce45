package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.PublisherStats;
import dev.onerow.telemetry.domain.SuccessRate;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the operations of a host went; poor, fair or good. */
@Serdeable
record PublisherStatsView(
        String host,
        @Nullable String publisher,
        long totalAttempts,
        long successful,
        @Nullable Double successRate,
        @Nullable Double avgDurationMs,
        long methodsUsed,
        @Nullable String mostCommonMethod,
        Instant lastAttempt,
        @Nullable String status) {
    static PublisherStatsView of(PublisherStats stats) {
        return new PublisherStatsView(
                stats.host(),
                stats.publisher(),
                stats.totalAttempts(),
                stats.successful(),
                Rates.percent(stats.successRate()),
                stats.avgDurationMs(),
                stats.methodsUsed(),
                stats.mostCommonMethod(),
                stats.lastAttempt(),
                stats.successRate().map(SuccessRate::standing).orElse(null));
    }
}
