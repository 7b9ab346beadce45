package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What follows from facts and attempts. Every filter that is null does not filter. Averages are in milliseconds and null
 * where nothing is known.
 */
public interface Statistics {

    List<HttpError> httpErrors(Window window, @Nullable String host, @Nullable Integer statusCode, int limit);

    Summary summary(Window window);

    List<MethodPerformance> methodPerformance(Window window, AttemptFilter filter, boolean byHost, int limit);

    List<PublisherStats> publisherStats(Window window, @Nullable String host, int minAttempts, int limit);

    FieldExtraction fieldExtraction(Window window, AttemptFilter filter, @Nullable String field, int limit);

    List<PoorPerformer> poorPerformers(Window window, int minAttempts, double maxSuccessRate, int limit);

    List<StoredDetection> detections(Window window, List<String> statuses, int limit);

    /** Which attempts are looked at. */
    record AttemptFilter(
            @Nullable String method,
            @Nullable String host,
            @Nullable String publisher) {}

    record HttpError(String host, int statusCode, String errorType, long count, Instant firstSeen, Instant lastSeen) {}

    /**
     * The window in numbers.
     *
     * @param methodsUsed distinct methods attempted
     * @param methods operations by the method that they owe their success to, null for none
     * @param topErrors counted facts of the window by status, the ten most frequent
     */
    record Summary(
            long total,
            long successful,
            long uniqueHosts,
            long methodsUsed,
            @Nullable Double avgDurationMs,
            List<MethodShare> methods,
            List<StatusCount> topErrors) {
        public Optional<SuccessRate> successRate() {
            return SuccessRate.of(successful, total);
        }
    }

    record MethodShare(@Nullable String method, long attempts, long successful) {
        public Optional<SuccessRate> successRate() {
            return SuccessRate.of(successful, attempts);
        }
    }

    record StatusCount(int statusCode, long count) {}

    /**
     * How the attempts of a method went.
     *
     * @param host null when hosts are taken together
     * @param known attempts of which it is known whether they succeeded
     */
    record MethodPerformance(
            String method,
            @Nullable String host,
            long attempts,
            long successes,
            long known,
            @Nullable Double avgDurationMs,
            @Nullable Double minDurationMs,
            @Nullable Double maxDurationMs) {
        public Optional<SuccessRate> successRate() {
            return SuccessRate.of(successes, known);
        }
    }

    /** How the operations of a host went. */
    record PublisherStats(
            String host,
            @Nullable String publisher,
            long totalAttempts,
            long successful,
            @Nullable Double avgDurationMs,
            long methodsUsed,
            @Nullable String mostCommonMethod,
            Instant lastAttempt) {
        public Optional<SuccessRate> successRate() {
            return SuccessRate.of(successful, totalAttempts);
        }
    }

    /** A host whose operations fail too often. */
    record PoorPerformer(String host, long totalAttempts, long successful) {
        public Optional<SuccessRate> successRate() {
            return SuccessRate.of(successful, totalAttempts);
        }
    }

    /** How often each field was extracted, by method and over all methods. */
    record FieldExtraction(List<FieldRates> methods, FieldRates overall) {}

    /**
     * How often each field was extracted.
     *
     * @param method null for all methods together
     * @param count attempts
     * @param extracted attempts that have the field
     */
    record FieldRates(@Nullable String method, long count, Map<Field, Long> extracted) {
        public FieldRates {
            extracted = Map.copyOf(extracted);
        }

        /** Between 0 and 1; nothing when nothing was attempted. */
        public Optional<Double> rate(Field field) {
            return count == 0 ? Optional.empty() : Optional.of((double) extracted.getOrDefault(field, 0L) / count);
        }
    }
}
