package dev.onerow.benchmarks.telemetry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Each statistic over HTTP, and its own SQL typed into a client of the database. */
@Singleton
final class StatisticsOverHttp implements Figure {
    private static final int HEAP_MEGABYTES = 256;
    private static final double AIM_MILLIS = 50;

    @Override
    public String name() {
        return "telemetry-statistics";
    }

    @Override
    public String question() {
        return "How long does a statistic take over a year of extractions, and how much of that is its SQL?";
    }

    @Override
    public void measure(Bench bench) throws SQLException {
        if (bench.kind() == DatabaseKind.SQLITE) {
            bench.report("This figure is of PostgreSQL.");
            return;
        }
        int extractions = bench.isBrief() ? 3_000 : 1_000_000;
        Year.fill(bench, extractions);
        List<String> slow = new ArrayList<>();
        try (RunningService service = RunningService.on(bench.url(), HEAP_MEGABYTES);
                Connection typing = bench.connect("preferQueryMode=simple")) {
            for (int days : bench.isBrief() ? List.of(7) : List.of(7, 30, 365)) {
                bench.report(String.format(Locale.ROOT, """

                        **%,d extractions in a year, a window of %d days**

                        | call | p50 ms | p95 ms | its SQL alone, p50 ms | p95 ms | HTTP / SQL (p50) |
                        |---|--:|--:|--:|--:|--:|""", extractions, days));
                for (Statistic statistic : Statistic.ALL) {
                    measure(bench, statistic, days, service, typing, slow);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Year.clear(bench);
        slow.forEach(bench::report);
    }

    private static void measure(
            Bench bench, Statistic statistic, int days, RunningService service, Connection typing, List<String> slow)
            throws SQLException, IOException {
        HttpRequest request =
                service.request(statistic.call(Year.END, days)).GET().build();
        String sql = statistic.sql(Year.END, days);
        Timings http = new Timings();
        Timings alone = new Timings();
        long budgetNanos = bench.isBrief() ? 1 : 1_000_000_000L;
        for (int i = -5; http.nanos + alone.nanos < 2 * budgetNanos || i < 1; i++) {
            long begin = System.nanoTime();
            int status = service.send(request, BodyHandlers.ofByteArray()).statusCode();
            long middle = System.nanoTime();
            readAll(typing, sql);
            long end = System.nanoTime();
            if (status != 200) {
                throw new IllegalStateException(statistic.path() + " answers " + status);
            }
            if (i >= 0) {
                http.add(middle - begin);
                alone.add(end - middle);
            }
        }
        bench.report(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.2f |",
                statistic.path(),
                http.millis(0.5),
                http.millis(0.95),
                alone.millis(0.5),
                alone.millis(0.95),
                http.millis(0.5) / alone.millis(0.5)));
        if (http.millis(0.95) > AIM_MILLIS && days < 365) {
            slow.add("\n" + statistic.path() + ", " + days + " days:\n\n```\n" + String.join("\n", plan(typing, sql))
                    + "\n```");
        }
    }

    private static void readAll(Connection typing, String sql) throws SQLException {
        try (Statement statement = typing.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    private static List<String> plan(Connection typing, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = typing.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN (COSTS off) " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    /** How long calls took. Not thread-safe. */
    private static final class Timings {
        private final List<Long> sorted = new ArrayList<>();
        private long nanos;

        void add(long took) {
            int at = Collections.binarySearch(sorted, took);
            sorted.add(at < 0 ? -at - 1 : at, took);
            nanos += took;
        }

        double millis(double share) {
            return sorted.get((int) Math.min(sorted.size() - 1, Math.round(share * (sorted.size() - 1)))) / 1e6;
        }
    }
}
