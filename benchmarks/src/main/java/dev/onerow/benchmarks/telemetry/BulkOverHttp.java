package dev.onerow.benchmarks.telemetry;

import dev.onerow.benchmarks.Bench;
import dev.onerow.benchmarks.Figure;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One client sends extractions in one request; then the kernel alone writes the same rows. */
@Singleton
final class BulkOverHttp implements Figure {
    private static final int HEAP_MEGABYTES = 256;
    private static final int CHUNK = 1_000;
    private static final double NANOS = 1e9;

    private final KernelAlone kernel;

    BulkOverHttp(Stores stores, Transactions transactions) {
        this.kernel = new KernelAlone(stores, transactions);
    }

    @Override
    public String name() {
        return "telemetry-bulk";
    }

    @Override
    public String question() {
        return "How much of the kernel's speed is left when extractions come as NDJSON over HTTP?";
    }

    /** The seconds that both took for the same rows, and the CPU seconds of the service's process. */
    private record Round(double http, double serviceCpu, double kernel) {}

    @Override
    public void measure(Bench bench) throws SQLException {
        int extractions = bench.isBrief() ? 1_500 : 200_000;
        double[] ratios = new double[bench.isBrief() ? 1 : 3];
        try (RunningService service = RunningService.on(bench.url(), HEAP_MEGABYTES)) {
            round(bench, service, Math.min(extractions, 20_000));
            reportHead(bench, extractions);
            for (int i = 0; i < ratios.length; i++) {
                Round round = round(bench, service, extractions);
                report(bench, i + 1, extractions, round);
                ratios[i] = round.kernel / round.http;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        empty(bench);
        Arrays.sort(ratios);
        bench.report(String.format(
                Locale.ROOT, "%nHTTP has %.0f %% of the kernel's speed (median).", 100 * ratios[ratios.length / 2]));
    }

    private Round round(Bench bench, RunningService service, int extractions) throws IOException, SQLException {
        empty(bench);
        Duration before = service.cpu();
        double http = send(service, extractions);
        double cpu = service.cpu().minus(before).toNanos() / NANOS;
        List<KernelAlone.Chunk> chunks = chunks(extractions);
        empty(bench);
        long begin = System.nanoTime();
        chunks.forEach(kernel::write);
        return new Round(http, cpu, (System.nanoTime() - begin) / NANOS);
    }

    /** The body is made before the clock starts; every answer is read. */
    private static double send(RunningService service, int extractions) throws IOException {
        List<byte[]> lines =
                IntStream.range(0, extractions).mapToObj(Sample::line).toList();
        HttpRequest request = service.request("/v1/telemetry/extractions/bulk")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArrays(lines))
                .build();
        long begin = System.nanoTime();
        String last = "";
        try (Stream<String> answers =
                service.send(request, BodyHandlers.ofLines()).body()) {
            for (Iterator<String> all = answers.iterator(); all.hasNext(); ) {
                last = all.next();
            }
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (!last.contains("\"inserted\":" + extractions + ",")) {
            throw new IllegalStateException("Not everything was inserted: " + last);
        }
        return seconds;
    }

    private List<KernelAlone.Chunk> chunks(int extractions) {
        List<KernelAlone.Chunk> chunks = new ArrayList<>();
        for (int from = 0; from < extractions; from += CHUNK) {
            chunks.add(kernel.stored(from, Math.min(extractions, from + CHUNK)));
        }
        return chunks;
    }

    private static void empty(Bench bench) throws SQLException {
        if (bench.kind() == DatabaseKind.POSTGRESQL) {
            bench.run("TRUNCATE extraction_telemetry_v2, extraction_method_attempts, content_type_detection_telemetry,"
                    + " http_error_summary");
        } else {
            bench.run(
                    "DELETE FROM extraction_method_attempts",
                    "DELETE FROM content_type_detection_telemetry",
                    "DELETE FROM extraction_telemetry_v2",
                    "DELETE FROM http_error_summary",
                    "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    private static void reportHead(Bench bench, int extractions) {
        bench.report(String.format(Locale.ROOT, """

                **%s: %,d extractions with two attempts each, one request, a heap of %d MB**

                | round | over HTTP, extractions/s | its CPU µs each | kernel alone, extractions/s | HTTP / kernel |
                |---|--:|--:|--:|--:|""", bench.kind(), extractions, HEAP_MEGABYTES));
    }

    private static void report(Bench bench, int number, int extractions, Round round) {
        bench.report(String.format(
                Locale.ROOT,
                "| %d | %,.0f | %.0f | %,.0f | %.2f |",
                number,
                extractions / round.http,
                round.serviceCpu * 1e6 / extractions,
                extractions / round.kernel,
                round.kernel / round.http));
    }
}
