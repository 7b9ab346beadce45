package dev.onerow.telemetry.domain;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is stored of one operation: the fact, what was tried in order, and what was detected. */
public record Operation(
        Fact fact, Attempts attempts, @Nullable StoredDetection detection) {

    /**
     * What became of one field.
     *
     * @param method the one that gave its final value
     * @param alternatives other values that were seen for it
     * @param differing how many of them differ from the one it kept
     */
    public record FieldOutcome(boolean extracted, @Nullable String method, int alternatives, int differing) {}

    /** What became of each field, in the order of the fields. */
    public Map<Field, FieldOutcome> fields() {
        Map<Field, FieldOutcome> outcomes = new TreeMap<>();
        Result result = fact.result();
        for (Field field : Field.values()) {
            int alternatives = 0;
            int differing = 0;
            for (Map<Field, Alternative> ofMethod : result.alternatives().values()) {
                Alternative alternative = ofMethod.get(field);
                alternatives += alternative == null ? 0 : 1;
                differing += alternative != null && alternative.valuesDiffer() ? 1 : 0;
            }
            outcomes.put(
                    field,
                    new FieldOutcome(
                            result.extracted().has(field), result.attribution().get(field), alternatives, differing));
        }
        return outcomes;
    }
}
