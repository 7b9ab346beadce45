package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Alternative;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A later value of a field that was already filled. */
@Serdeable
record AlternativeView(
        @Nullable String alternativeValue, @Nullable String currentValue, boolean valuesDiffer) {
    static AlternativeView of(Alternative alternative) {
        return new AlternativeView(
                alternative.alternativeValue(), alternative.currentValue(), alternative.valuesDiffer());
    }
}
