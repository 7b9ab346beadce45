package dev.onerow.telemetry.domain;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an extraction.
 *
 * @param attribution the method that gave the final value of a field
 * @param alternatives by method and field
 */
public record Result(
        boolean success,
        FieldFlags extracted,
        Map<Field, String> attribution,
        Map<String, Map<Field, Alternative>> alternatives,
        @Nullable String errorMessage,
        @Nullable String errorType) {
    public Result {
        attribution = Collections.unmodifiableSortedMap(new TreeMap<>(attribution));
        SortedMap<String, Map<Field, Alternative>> copy = new TreeMap<>();
        alternatives.forEach(
                (method, byField) -> copy.put(method, Collections.unmodifiableSortedMap(new TreeMap<>(byField))));
        alternatives = Collections.unmodifiableSortedMap(copy);
    }

    /** Complete is an article with a title and a content. */
    public boolean isComplete() {
        return extracted.title() && extracted.content();
    }
}
