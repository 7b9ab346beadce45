package dev.onerow.telemetry.domain;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All attempts of one operation in the order in which they were made, and what follows from them by method. */
public record Attempts(List<Attempt> inOrder) {
    public Attempts {
        inOrder = List.copyOf(inOrder);
    }

    /** The method of each attempt; one that was tried twice is named twice. */
    public List<String> methods() {
        return inOrder.stream().map(Attempt::method).toList();
    }

    /** The last known duration of each method, in milliseconds. */
    public SortedMap<String, Double> timings() {
        return lastKnown(Attempt::durationMs);
    }

    /** Whether each method succeeded in its last attempt that knows. */
    public SortedMap<String, Boolean> successes() {
        return lastKnown(Attempt::success);
    }

    /** The last error of each method; it stays when a later attempt succeeds. */
    public SortedMap<String, String> errors() {
        return lastKnown(Attempt::error);
    }

    /** The fields that each method found in its last attempt that knows. */
    public SortedMap<String, FieldFlags> fields() {
        return lastKnown(Attempt::fields);
    }

    Optional<String> firstSuccessful() {
        return inOrder.stream().filter(Attempt::succeeded).map(Attempt::method).findFirst();
    }

    boolean anySucceeded() {
        return inOrder.stream().anyMatch(Attempt::succeeded);
    }

    /** The fields that some successful attempt has. */
    FieldFlags extracted() {
        FieldFlags extracted = FieldFlags.NONE;
        for (Attempt attempt : inOrder) {
            FieldFlags fields = attempt.fields();
            if (attempt.succeeded() && fields != null) {
                extracted = extracted.or(fields);
            }
        }
        return extracted;
    }

    private <T> SortedMap<String, T> lastKnown(Function<Attempt, @Nullable T> part) {
        SortedMap<String, T> byMethod = new TreeMap<>();
        for (Attempt attempt : inOrder) {
            T value = part.apply(attempt);
            if (value != null) {
                byMethod.put(attempt.method(), value);
            }
        }
        return byMethod;
    }
}
