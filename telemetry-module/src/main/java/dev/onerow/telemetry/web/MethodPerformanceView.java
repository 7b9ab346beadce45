package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.MethodPerformance;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How the attempts of a method went.
 *
 * @param host null when hosts are taken together
 * @param successRate of the attempts of which it is known
 */
@Serdeable
record MethodPerformanceView(
        String method,
        @Nullable String host,
        long attempts,
        long successes,
        @Nullable Double successRate,
        @Nullable Double avgDurationMs,
        @Nullable Double minDurationMs,
        @Nullable Double maxDurationMs) {
    static MethodPerformanceView of(MethodPerformance performance) {
        return new MethodPerformanceView(
                performance.method(),
                performance.host(),
                performance.attempts(),
                performance.successes(),
                Rates.percent(performance.successRate()),
                performance.avgDurationMs(),
                performance.minDurationMs(),
                performance.maxDurationMs());
    }
}
