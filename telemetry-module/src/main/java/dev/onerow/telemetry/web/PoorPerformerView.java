package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.PoorPerformer;
import dev.onerow.telemetry.domain.SuccessRate;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A host whose operations fail too often, and what to do about it: pause or monitor. */
@Serdeable
record PoorPerformerView(
        String host,
        long totalAttempts,
        long successful,
        @Nullable Double successRate,
        @Nullable String recommendation) {
    static PoorPerformerView of(PoorPerformer host) {
        return new PoorPerformerView(
                host.host(),
                host.totalAttempts(),
                host.successful(),
                Rates.percent(host.successRate()),
                host.successRate().map(SuccessRate::recommendation).orElse(null));
    }
}
