package dev.onerow.persistence;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A process of its own in which many threads add 1 to the same counters, and which says so after each commit. */
final class CounterWriters {
    static final int THREADS = 200;
    static final int COUNTERS = 100;

    private CounterWriters() {}

    static Process start(TestDatabase database, int rounds) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CounterWriters.class.getName(),
                Integer.toString(rounds)));
        database.settings().forEach((name, value) -> command.add(name + "=" + value));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The process: rounds for each thread, then settings. Writes one line for each acknowledged write. */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        for (String setting : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = setting.split("=", 2);
            settings.put(parts[0], parts[1]);
        }
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            Store<ReadingCount> counts = context.getBean(Stores.class).of(ReadingCount.class);
            run(counts, Integer.parseInt(arguments[0]));
        }
    }

    private static void run(Store<ReadingCount> counts, int rounds) throws Exception {
        List<ReadingCount> rows = IntStream.range(0, COUNTERS)
                .mapToObj(i -> ReadingCount.of("S" + i, 7, 1))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                running.add(pool.submit(() -> write(counts, rows, rounds)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void write(Store<ReadingCount> counts, List<ReadingCount> rows, int rounds) {
        int acknowledged = 0;
        while (acknowledged < rounds) {
            try {
                Receipt receipt = Receipt.ofWritten(counts.upsertAll(rows));
                acknowledge(receipt);
                acknowledged++;
            } catch (StoreUnavailable noConnectionInTime) {
                // Two hundred share a few connections. A write that got none left nothing, as the sums will show.
            }
        }
    }

    private static synchronized void acknowledge(Receipt receipt) {
        System.out.println(receipt.inserted() + " " + receipt.updated());
        System.out.flush();
    }
}
