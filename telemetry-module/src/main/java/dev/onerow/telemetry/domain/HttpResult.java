package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the site answered.
 *
 * @param statusCode 0 when it was asked and gave no HTTP answer, null when not known
 * @param reportedErrorType the type that the producer sent, where it differs from the one that follows from the status
 */
public record HttpResult(
        @Nullable Integer statusCode,
        @Nullable String reportedErrorType,
        @Nullable Double responseTimeMs,
        @Nullable Long responseSizeBytes,
        @Nullable Long contentLength) {

    public @Nullable String errorType() {
        return HttpErrorType.of(statusCode).map(HttpErrorType::word).orElse(null);
    }
}
