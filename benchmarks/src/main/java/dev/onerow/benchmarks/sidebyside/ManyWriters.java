package dev.onerow.benchmarks.sidebyside;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Writers that share their keys, each with its batches in an order of its own. PostgreSQL only. */
@Singleton
final class ManyWriters implements Figure {
    private static final String DEADLOCK = "40P01";

    private final Stores stores;

    ManyWriters(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String name() {
        return "many-writers";
    }

    @Override
    public String question() {
        return "What do writers of the same keys get done, and do they block each other?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        if (bench.kind() != DatabaseKind.POSTGRESQL) {
            bench.report("SQLite has one writer at a time.");
            return;
        }
        int keys = bench.isBrief() ? 100 : 20_000;
        Shape<Counters.Counter> shape = Counters.shape();
        Store<Counters.Counter> store = stores.of(shape.row());
        Tables<Counters.Counter> tables = new Tables<>(bench, shape, store);
        tables.prepare(keys);
        bench.report(
                "\n| writers | contender | rows/s | deadlocks a round | rows/s, unsorted = 1 |\n|--:|---|--:|--:|--:|");
        for (int writers : bench.isBrief() ? List.of(2) : List.of(2, 8)) {
            List<Done> unsorted = new ArrayList<>();
            List<Done> kernel = new ArrayList<>();
            for (int round = 0; round < bench.rounds(); round++) {
                tables.reset();
                unsorted.add(measured(bench, writers, shape, keys, () -> new JdbcBatch<>(bench, shape)));
                tables.reset();
                kernel.add(measured(bench, writers, shape, keys, () -> new Kernel(store)));
            }
            report(bench, writers, "JDBC batch, unsorted", unsorted, unsorted);
            report(bench, writers, "kernel", kernel, unsorted);
        }
    }

    /** What writers got done. */
    private record Done(double rowsPerSecond, long deadlocks) {}

    /** The kernel; a deadlock would show in the statistics of the server, although it is retried. */
    private record Kernel(Store<Counters.Counter> store) implements Peer<Counters.Counter> {
        @Override
        public void write(Batch<Counters.Counter> batch) {
            store.upsertAll(batch.rows().stream(), batch.size());
        }

        @Override
        public void close() {}
    }

    /** Means over all rounds, because what unsorted writers get done in a single one is a matter of luck. */
    private static void report(Bench bench, int writers, String name, List<Done> done, List<Done> unsorted) {
        bench.report(String.format(
                Locale.ROOT,
                "| %d | %s | %,.0f | %.1f | %.1f |",
                writers,
                name,
                rate(done),
                done.stream().mapToLong(Done::deadlocks).average().orElseThrow(),
                rate(done) / rate(unsorted)));
    }

    private static double rate(List<Done> rounds) {
        return rounds.stream().mapToDouble(Done::rowsPerSecond).average().orElseThrow();
    }

    private interface Opening<R> {
        Peer<R> open() throws SQLException;
    }

    private static <R> Done measured(Bench bench, int writers, Shape<R> shape, int keys, Opening<R> opening)
            throws SQLException {
        long deadlocks = deadlocks(bench);
        long begin = System.nanoTime();
        long end = begin + (bench.isBrief() ? 100_000_000L : 4_000_000_000L);
        List<Future<Long>> written = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            for (int writer = 0; writer < writers; writer++) {
                Random random = new Random(writer);
                written.add(pool.submit(() -> write(opening, shape, keys, random, end)));
            }
            long rows = 0;
            for (Future<Long> future : written) {
                rows += future.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Done(Math.max(rows, 1) / seconds, deadlocks(bench) - deadlocks);
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> long write(Opening<R> opening, Shape<R> shape, int keys, Random random, long end)
            throws SQLException {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, keys).boxed().toList());
        long rows = 0;
        Peer<R> peer = opening.open();
        try {
            while (System.nanoTime() < end) {
                Collections.shuffle(numbers, random);
                Batch<R> batch = Batch.of(shape, numbers.subList(0, Math.min(1_000, keys)));
                try {
                    peer.write(batch);
                    rows += batch.size();
                } catch (SQLException failure) {
                    // Whoever does not sort has to live with this; its connection is of no use until it is rolled back.
                    if (!isDeadlock(failure)) {
                        throw failure;
                    }
                    peer.close();
                    peer = opening.open();
                }
            }
        } finally {
            peer.close();
        }
        return rows;
    }

    /** The driver tells of a failed batch first, and of the reason next. */
    private static boolean isDeadlock(SQLException failure) {
        SQLException next = failure.getNextException();
        return DEADLOCK.equals(failure.getSQLState()) || (next != null && isDeadlock(next));
    }

    private static long deadlocks(Bench bench) throws SQLException {
        // The statistics come with a delay of up to a second, from connections that are still open.
        try (Connection connection = bench.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
