package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Receipt;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is counted about the writes of one table. Labels name tables and outcomes, never a key. */
final class WriteMetrics {
    private final Map<Outcome, Counter> rows = new EnumMap<>(Outcome.class);
    private final DistributionSummary batches;
    private final Timer time;
    private final Counter repeated;
    private final MeterRegistry registry;
    private final String table;

    WriteMetrics(MeterRegistry registry, String table) {
        this.registry = registry;
        this.table = table;
        for (Outcome outcome : Outcome.values()) {
            rows.put(outcome, rows(outcome.word()));
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
        repeated = registry.counter("onerow.transactions.repeated", "reason", "arbiter");
    }

    /** The write was tried again, because its own key was said to be violated: an index of it is being rebuilt. */
    void repeated() {
        repeated.increment();
    }

    /** A call has been answered, whether or not what it did will be committed. */
    void answered(long rows, Duration duration) {
        batches.record((double) rows);
        time.record(duration);
    }

    /** What has become of rows for good. */
    void count(Receipt receipt) {
        rows.forEach((outcome, counter) -> {
            long count = receipt.count(outcome);
            if (count > 0) {
                counter.increment((double) count);
            }
        });
    }

    /** What has become of rows that were patched or deleted, by the words of {@code Patched} and {@code Deleted}. */
    void count(Collection<? extends Enum<?>> answers) {
        for (Enum<?> answer : answers) {
            rows(answer.name().toLowerCase(Locale.ROOT)).increment();
        }
    }

    private Counter rows(String outcome) {
        return Counter.builder("onerow.store.rows")
                .description("Rows handed in, by what became of them; counted when that is committed")
                .tag("table", table)
                .tag("outcome", outcome)
                .register(registry);
    }
}
