package dev.onerow.telemetry.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.Operation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An operation as it is shown: the fact, and beside its members what was tried, detected and found. */
@Serdeable
record OperationView(
        @JsonUnwrapped FactView fact,
        List<AttemptView> methodAttempts,
        @Nullable DetectionView contentTypeDetection,
        Map<String, FieldView> fields) {
    static OperationView of(Operation operation) {
        Map<String, FieldView> fields = new TreeMap<>();
        operation.fields().forEach((field, outcome) -> fields.put(field.word(), FieldView.of(outcome)));
        return new OperationView(
                FactView.of(operation.fact()),
                AttemptView.of(operation.attempts().inOrder()),
                DetectionView.ofKnown(operation.detection()),
                fields);
    }

    /**
     * What became of one {@link Field}.
     *
     * @param method the one that gave its final value
     * @param alternatives how many other values were seen
     * @param differing how many of those differ
     */
    @Serdeable
    record FieldView(boolean extracted, @Nullable String method, int alternatives, int differing) {
        static FieldView of(Operation.FieldOutcome outcome) {
            return new FieldView(outcome.extracted(), outcome.method(), outcome.alternatives(), outcome.differing());
        }
    }
}
