package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.Statistics.FieldExtraction;
import dev.onerow.telemetry.domain.Statistics.FieldRates;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often each field is extracted: by method, and over all attempts that were looked at. */
@Serdeable
record FieldExtractionView(List<OfMethod> items, Overall overall, String rateUnit) {
    static FieldExtractionView of(FieldExtraction fields) {
        return new FieldExtractionView(
                fields.methods().stream().map(OfMethod::of).toList(), Overall.of(fields.overall()), Rates.FRACTION);
    }

    private static @Nullable Double rate(FieldRates rates, Field field) {
        return rates.rate(field).orElse(null);
    }

    /** The rates of one method, 0 to 1. */
    @Serdeable
    record OfMethod(
            String method,
            long count,
            @Nullable Double titleSuccessRate,
            @Nullable Double authorSuccessRate,
            @Nullable Double contentSuccessRate,
            @Nullable Double dateSuccessRate) {
        static OfMethod of(FieldRates rates) {
            return new OfMethod(
                    Objects.requireNonNull(rates.method()),
                    rates.count(),
                    rate(rates, Field.TITLE),
                    rate(rates, Field.AUTHOR),
                    rate(rates, Field.CONTENT),
                    rate(rates, Field.PUBLISH_DATE));
        }
    }

    /** The rates over all attempts, 0 to 1. */
    @Serdeable
    record Overall(
            long count,
            @Nullable Double titleSuccessRate,
            @Nullable Double authorSuccessRate,
            @Nullable Double contentSuccessRate,
            @Nullable Double dateSuccessRate) {
        static Overall of(FieldRates rates) {
            return new Overall(
                    rates.count(),
                    rate(rates, Field.TITLE),
                    rate(rates, Field.AUTHOR),
                    rate(rates, Field.CONTENT),
                    rate(rates, Field.PUBLISH_DATE));
        }
    }
}
