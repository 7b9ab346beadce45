package dev.onerow.telemetry.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was tried in an operation, by method.
 *
 * @param attempted the methods in the order in which they were tried
 * @param successful the method that the operation owes its success to
 */
public record MethodSummary(
        List<String> attempted,
        @Nullable String successful,
        Map<String, Double> timings,
        Map<String, Boolean> successes,
        Map<String, String> errors,
        Map<String, FieldFlags> fields) {
    public MethodSummary {
        attempted = List.copyOf(attempted);
        timings = Collections.unmodifiableSortedMap(new TreeMap<>(timings));
        successes = Collections.unmodifiableSortedMap(new TreeMap<>(successes));
        errors = Collections.unmodifiableSortedMap(new TreeMap<>(errors));
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    static MethodSummary of(Attempts attempts, @Nullable String successful) {
        return new MethodSummary(
                attempts.methods(),
                successful,
                attempts.timings(),
                attempts.successes(),
                attempts.errors(),
                attempts.fields());
    }
}
