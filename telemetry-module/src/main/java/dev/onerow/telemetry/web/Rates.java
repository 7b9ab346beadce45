package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.SuccessRate;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a statistic that has rates in percent. */
@Serdeable
record Rates<T>(List<T> items, String rateUnit) {
    static final String PERCENT = "percent";
    static final String FRACTION = "fraction";

    static <T> Rates<T> inPercent(List<T> items) {
        return new Rates<>(items, PERCENT);
    }

    /** In percent with at most two places; null where there is nothing to have a rate of. */
    static @Nullable Double percent(Optional<SuccessRate> rate) {
        return rate.map(known -> known.percent().doubleValue()).orElse(null);
    }
}
