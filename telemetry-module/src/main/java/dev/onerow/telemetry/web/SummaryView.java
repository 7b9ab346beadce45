package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.MethodShare;
import dev.onerow.telemetry.domain.Statistics.StatusCount;
import dev.onerow.telemetry.domain.Statistics.Summary;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A window in numbers. */
@Serdeable
record SummaryView(
        long total,
        long successful,
        @Nullable Double successRate,
        long uniqueHosts,
        long methodsUsed,
        @Nullable Double avgDurationMs,
        List<MethodShareView> methodBreakdown,
        List<StatusCountView> topHttpErrors,
        String rateUnit) {
    static SummaryView of(Summary summary) {
        return new SummaryView(
                summary.total(),
                summary.successful(),
                Rates.percent(summary.successRate()),
                summary.uniqueHosts(),
                summary.methodsUsed(),
                summary.avgDurationMs(),
                summary.methods().stream().map(MethodShareView::of).toList(),
                summary.topErrors().stream().map(StatusCountView::of).toList(),
                Rates.PERCENT);
    }

    /** Operations by the method that they owe their success to; those that owe it to none are "failed". */
    @Serdeable
    record MethodShareView(
            String method,
            long attempts,
            long successful,
            @Nullable Double successRate) {
        private static final String NONE = "failed";

        static MethodShareView of(MethodShare share) {
            return new MethodShareView(
                    Objects.requireNonNullElse(share.method(), NONE),
                    share.attempts(),
                    share.successful(),
                    Rates.percent(share.successRate()));
        }
    }

    /** Counted facts of the window by status. */
    @Serdeable
    record StatusCountView(int statusCode, long count) {
        static StatusCountView of(StatusCount status) {
            return new StatusCountView(status.statusCode(), status.count());
        }
    }
}
