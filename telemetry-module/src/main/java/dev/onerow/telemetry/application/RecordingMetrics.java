package dev.onerow.telemetry.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.Locale;
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

    /** Counts what a transaction recorded; called after it was committed. */
    void count(RecordingTally tally) {
        MeterRegistry registry = meters;
        if (registry == null) {
            return;
        }
        tally.facts()
                .forEach((outcome, count) -> add(
                        registry,
                        "onerow.telemetry.facts",
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT),
                        count));
        tally.attempts()
                .forEach((method, count) -> add(registry, "onerow.telemetry.attempts", "method", label(method), count));
        tally.errors()
                .forEach((type, count) -> add(registry, "onerow.telemetry.errors", "error_type", type.word(), count));
    }

    /** What the last audit found. */
    void foundDifferences(int count) {
        differences.set(count);
    }

    /** Two threads may each let one name more in; that is few enough. */
    private String label(String method) {
        if (methods.contains(method) || (methods.size() < MOST_METHODS && methods.add(method))) {
            return method;
        }
        return OTHER;
    }

    private static void add(MeterRegistry meters, String name, String label, String value, int count) {
        meters.counter(name, label, value).increment(count);
    }
}
