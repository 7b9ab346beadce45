package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Host;
import dev.onerow.web.request.Fields;
import org.jspecify.annotations.Nullable;

/** Filters that several calls have. */
final class Filters {
    private Filters() {}

    /** A host in whatever spelling, as the column has it; what is none is found nowhere. */
    static @Nullable String host(Fields in) {
        return in.text("host")
                .optional()
                .map(text -> Host.parseKeepingPort(text).map(Host::value).orElse(text))
                .orElse(null);
    }
}
