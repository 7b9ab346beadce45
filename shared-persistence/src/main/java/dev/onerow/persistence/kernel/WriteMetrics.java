package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Written;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** What is counted about the writes of one table. Labels name tables and outcomes, never a key. */
final class WriteMetrics {
    private final Map<Outcome, Counter> rows = new EnumMap<>(Outcome.class);
    private final DistributionSummary batches;
    private final Timer time;

    WriteMetrics(MeterRegistry registry, String table) {
        for (Outcome outcome : Outcome.values()) {
            rows.put(
                    outcome,
                    Counter.builder("onerow.store.rows")
                            .description("Rows handed in, by what became of them")
                            .tag("table", table)
                            .tag("outcome", outcome.word())
                            .register(registry));
        }
        batches = DistributionSummary.builder("onerow.store.batch")
                .description("Rows handed in with one call")
                .baseUnit("rows")
                .tag("table", table)
                .register(registry);
        time = Timer.builder("onerow.store.write")
                .description("Time of one call, retries and the wait for a connection included")
                .tag("table", table)
                .register(registry);
    }

    void record(Collection<? extends Written<?>> written, Duration duration) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Written<?> row : written) {
            counts.merge(row.outcome(), 1, Integer::sum);
        }
        rows.forEach((outcome, counter) -> counter.increment(counts.getOrDefault(outcome, 0)));
        batches.record(written.size());
        time.record(duration);
    }
}
