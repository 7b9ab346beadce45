package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One extraction as its producer sent it: each member has its type already, none is checked further, and null means that it
 * was left out. {@link Extraction#of} makes of it what is stored.
 *
 * @param revision the producer's number of this state of the operation; the higher one stays
 */
public record ExtractionReport(
        OperationId operationId,
        Article article,
        long revision,
        Times times,
        Http http,
        Methods methods,
        Result result,
        Proxy proxy,
        @Nullable Detection detection) {

    public record Article(
            String articleId,
            String url,
            @Nullable String publisher,
            @Nullable String host) {}

    /** Durations in milliseconds. */
    public record Times(
            Instant start, @Nullable Instant end, @Nullable Double totalDurationMs) {}

    /** Response time in milliseconds, sizes in bytes. */
    public record Http(
            @Nullable Long statusCode,
            @Nullable String errorType,
            @Nullable String reportedErrorType,
            @Nullable Double responseTimeMs,
            @Nullable Long responseSizeBytes,
            @Nullable Long contentLength) {}

    /** What was tried: the attempts when they were sent, else the maps by method. */
    public record Methods(
            @Nullable List<Attempt> attempts,
            MethodMaps maps,
            @Nullable String successful) {}

    /** One run of a method, in the order of the list that it stands in. */
    public record Attempt(
            String method,
            @Nullable Double durationMs,
            @Nullable Boolean success,
            @Nullable String error,
            @Nullable FieldFlags fields) {}

    /** The older spelling: the order of the methods, and beside it maps from method to value. A null value is not known. */
    public record MethodMaps(
            @Nullable List<String> attempted,
            Map<String, @Nullable Double> timings,
            Map<String, @Nullable Boolean> success,
            Map<String, @Nullable String> errors,
            Map<String, @Nullable FieldFlags> fields) {
        public static final MethodMaps NONE = new MethodMaps(null, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** What came out: the fields, which method gave each, and the other values that were seen for them. */
    public record Result(
            @Nullable Boolean success,
            @Nullable FieldFlags extracted,
            Map<Field, String> attribution,
            Map<String, Map<Field, Alternative>> alternatives,
            @Nullable String errorMessage,
            @Nullable String errorType) {}

    public record Alternative(
            @Nullable String alternativeValue,
            @Nullable String currentValue,
            @Nullable Boolean valuesDiffer) {}

    public record Proxy(
            @Nullable Boolean used,
            @Nullable String url,
            @Nullable Boolean authenticated,
            @Nullable ProxyStatus status,
            @Nullable String error) {}

    /**
     * What a detector made of the page.
     *
     * @param evidence any JSON value, as maps, lists, texts, numbers and booleans
     */
    public record Detection(
            @Nullable String articleId,
            @Nullable String url,
            @Nullable String publisher,
            @Nullable String host,
            @Nullable String status,
            @Nullable String confidence,
            @Nullable Double confidenceScore,
            @Nullable String reason,
            @Nullable Object evidence,
            @Nullable String version,
            @Nullable Instant detectedAt) {}
}
