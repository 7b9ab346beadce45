package dev.onerow.telemetry.application;

import dev.onerow.telemetry.domain.Attempt;
import dev.onerow.telemetry.domain.CountedFact;
import dev.onerow.telemetry.domain.HttpErrorType;
import dev.onerow.telemetry.domain.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was recorded. No label holds a host, and of methods only the first few names are told apart, so that the
 * number of series stays small whatever is reported.
 */
@Singleton
final class RecordingMetrics {
    private static final int MOST_METHODS = 20;
    private static final String OTHER = "other";

    private final @Nullable MeterRegistry meters;
    private final Set<String> methods = ConcurrentHashMap.newKeySet();
    private final AtomicLong differences = new AtomicLong();

    RecordingMetrics(BeanProvider<MeterRegistry> registry) {
        meters = registry.find(null).orElse(null);
        if (meters != null) {
            meters.gauge("onerow.telemetry.audit.differences", differences);
        }
    }

    /** Counts what became of one chunk; called after it was committed. */
    void count(List<Recorded> recorded) {
        if (meters == null) {
            return;
        }
        Map<String, Integer> outcomes = new HashMap<>();
        Map<String, Integer> attempts = new HashMap<>();
        Map<String, Integer> errors = new HashMap<>();
        for (Recorded one : recorded) {
            outcomes.merge(one.outcome().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            for (Attempt attempt : one.attempts().inOrder()) {
                attempts.merge(label(attempt.method()), 1, Integer::sum);
            }
            newlyCounted(one, errors);
        }
        add(meters, "onerow.telemetry.facts", "outcome", outcomes);
        add(meters, "onerow.telemetry.attempts", "method", attempts);
        add(meters, "onerow.telemetry.errors", "error_type", errors);
    }

    /** What the last audit found. */
    void foundDifferences(int count) {
        differences.set(count);
    }

    private static void newlyCounted(Recorded recorded, Map<String, Integer> errors) {
        if (recorded.isWritten() && !recorded.before().equals(recorded.after())) {
            recorded.after()
                    .map(CountedFact::key)
                    .flatMap(key -> HttpErrorType.of(key.statusCode()))
                    .ifPresent(type -> errors.merge(type.word(), 1, Integer::sum));
        }
    }

    /** Two threads may each let one name more in; that is few enough. */
    private String label(String method) {
        if (methods.contains(method) || (methods.size() < MOST_METHODS && methods.add(method))) {
            return method;
        }
        return OTHER;
    }

    private static void add(MeterRegistry meters, String name, String label, Map<String, Integer> counts) {
        counts.forEach((value, count) -> meters.counter(name, label, value).increment(count));
    }
}
