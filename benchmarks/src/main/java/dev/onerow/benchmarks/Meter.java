package dev.onerow.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clocks around work of the calling thread. The CPU of PostgreSQL is that of all backends of the measured
 * database, read from {@code /proc}, so the server has to run on this machine, which has to be a Linux; elsewhere only
 * the client's CPU is known.
 */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final @Nullable Connection watch;
    private final String database;

    /**
     * A meter.
     *
     * @param watch a connection to another database of the same server; null for SQLite
     * @param database the name of the measured database
     */
    Meter(@Nullable Connection watch, String database) {
        this.watch = watch;
        this.database = database;
    }

    /** Runs the calls one after another. */
    Cost measure(long rows, List<Call> calls) throws SQLException {
        long[] times = new long[calls.size()];
        long thread = Thread.currentThread().getId();
        Map<Integer, Long> serverBefore = backends();
        long allocated = THREADS.getThreadAllocatedBytes(thread);
        long client = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long last = begin;
        for (int i = 0; i < times.length; i++) {
            calls.get(i).run();
            long now = System.nanoTime();
            times[i] = now - last;
            last = now;
        }
        client = THREADS.getCurrentThreadCpuTime() - client;
        allocated = THREADS.getThreadAllocatedBytes(thread) - allocated;
        long server = spent(serverBefore, backends());
        Arrays.sort(times);
        return new Cost(rows, last - begin, client, server, allocated, times[times.length / 2]);
    }

    /** One call of a contender. */
    interface Call {
        void run() throws SQLException;
    }

    private static long spent(Map<Integer, Long> before, Map<Integer, Long> after) {
        return after.entrySet().stream()
                .mapToLong(entry -> entry.getValue() - before.getOrDefault(entry.getKey(), 0L))
                .sum();
    }

    private Map<Integer, Long> backends() throws SQLException {
        Map<Integer, Long> nanos = new HashMap<>();
        if (watch == null) {
            return nanos;
        }
        try (PreparedStatement statement =
                watch.prepareStatement("SELECT pid FROM pg_stat_activity WHERE datname = ?")) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    nanos.put(row.getInt(1), cpuNanos(row.getInt(1)));
                }
            }
        }
        return nanos;
    }

    private static long cpuNanos(int process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process + "/schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException elsewhere) {
            return 0;
        }
    }
}
