package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/**
 * One run of a method inside an operation.
 *
 * @param attemptNo counts the runs of this method, from 1
 * @param durationMs milliseconds; null when not known
 * @param success null when not known
 * @param fields the fields that it found; null when not known, which counts as none
 */
public record Attempt(
        String method,
        int attemptNo,
        @Nullable Double durationMs,
        @Nullable Boolean success,
        @Nullable String error,
        @Nullable FieldFlags fields) {

    boolean succeeded() {
        return Boolean.TRUE.equals(success);
    }
}
