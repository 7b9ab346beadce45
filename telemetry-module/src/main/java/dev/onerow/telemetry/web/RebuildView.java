package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Counters;
import io.micronaut.serde.annotation.Serdeable;

/** What a rebuild did to the counters. */
@Serdeable
record RebuildView(long checked, long inserted, long updated, long unchanged, long deleted) {
    static RebuildView of(Counters.Rebuilt rebuilt) {
        return new RebuildView(
                rebuilt.checked(), rebuilt.inserted(), rebuilt.updated(), rebuilt.unchanged(), rebuilt.deleted());
    }
}
