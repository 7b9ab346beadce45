package dev.onerow.telemetry.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which facts are listed; null does not filter.
 *
 * @param method one that was tried, whether it succeeded or not
 * @param from earliest event time, included
 * @param to latest event time, included
 */
public record FactFilter(
        @Nullable String host,
        @Nullable Integer httpStatusCode,
        @Nullable String publisher,
        @Nullable String method,
        @Nullable Boolean isSuccess,
        @Nullable Instant from,
        @Nullable Instant to) {}
