package dev.onerow.benchmarks.registry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.views.RowQuery;
import dev.onerow.registry.application.ReadRows;
import dev.onerow.registry.domain.ViewName;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody reads a view, once in each transaction and at a steady pace, while its rule changes and is executed. */
@Singleton
final class ReaderBesideChanges implements Figure {
    private final SampleRules rules;
    private final ReadRows readRows;

    ReaderBesideChanges(SampleRules rules, ReadRows readRows) {
        this.rules = rules;
        this.readRows = readRows;
    }

    @Override
    public String name() {
        return "registry-reader";
    }

    @Override
    public String question() {
        return "Does a paced reader ever fail, or miss the view, while it is made again with other columns? Never.";
    }

    @Override
    public void measure(Bench bench) {
        int changes = bench.isBrief() ? 5 : 100;
        rules.execute("READ_BESIDE", SampleRules.select(0));
        var reads = new AtomicInteger();
        var failures = new AtomicInteger();
        var pace = Executors.newSingleThreadScheduledExecutor();
        var reader = pace.scheduleWithFixedDelay(
                () -> (isRead() ? reads : failures).incrementAndGet(), 0, 2, TimeUnit.MILLISECONDS);
        long begin = System.nanoTime();
        try {
            for (int number = 1; number <= changes; number++) {
                rules.execute("READ_BESIDE", SampleRules.select(number));
            }
        } finally {
            reader.cancel(false);
            pace.shutdown();
        }
        if (failures.get() > 0) {
            throw new IllegalStateException(failures.get() + " reads failed or missed the view");
        }
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        bench.report("%s: %d changes in %d ms, %d reads beside them; none failed, none missed the view."
                .formatted(bench.kind(), changes, millis, reads.get()));
    }

    private boolean isRead() {
        try {
            return readRows.read(
                            new ViewName("read_beside"),
                            RowQuery.all(),
                            reading -> reading.rows().next().isPresent())
                    .answer(hasRow -> hasRow, why -> false);
        } catch (RuntimeException failure) {
            return false;
        }
    }
}
