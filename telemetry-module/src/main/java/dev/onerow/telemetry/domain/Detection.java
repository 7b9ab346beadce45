package dev.onerow.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What kind of content the page seems to be.
 *
 * @param confidenceScore 0 to 1
 * @param evidence any JSON value
 * @param version of the detector
 */
public record Detection(
        Article page,
        @Nullable String status,
        @Nullable String confidence,
        @Nullable Double confidenceScore,
        @Nullable String reason,
        @Nullable Object evidence,
        @Nullable String version,
        Instant detectedAt) {}
