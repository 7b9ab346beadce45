package dev.onerow.telemetry.web;

import dev.onerow.telemetry.domain.Statistics.HttpError;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A counter.
 *
 * @param count since it was first seen, not in the window
 */
@Serdeable
record HttpErrorView(String host, int statusCode, String errorType, long count, Instant firstSeen, Instant lastSeen) {
    static HttpErrorView of(HttpError error) {
        return new HttpErrorView(
                error.host(),
                error.statusCode(),
                error.errorType(),
                error.count(),
                error.firstSeen(),
                error.lastSeen());
    }
}
