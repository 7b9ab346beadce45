package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A day of a web server's log ends in the same tables however often, in whatever order and through whatever end of the
 * service it is sent; its counters are those that another tool counts. */
@OnBothDatabases
class ReplayedAccessLogIT {
    private static final String LOG = "src/test/resources/access.log";
    private static final String SCRIPT = "../docs/extractions-from-access-log.awk";
    private static final String BULK = "/v1/telemetry/extractions/bulk";
    private static final List<String> TABLES = List.of(
            "extraction_telemetry_v2",
            "extraction_method_attempts",
            "content_type_detection_telemetry",
            "http_error_summary");

    /** Host, status, count and first and last second of what the log says, without a word of ours. */
    private static final String ANOTHER_COUNT = """
            $6 ~ /^"[A-Z]/ && $9 >= 300 {
                host = $1 ~ /:/ ? "[" $1 "]" : $1
                time = substr($4, 14, 8)
                key = host " " $9
                count[key]++
                if (!(key in first) || time < first[key]) first[key] = time
                if (time > last[key]) last[key] = time
            }
            END { for (key in count) print key, count[key], first[key], last[key] }""";

    private static final int WRITERS = 5;
    private static final int TIMES = 3;
    private static final int LINES_A_CALL = 50;

    private final TestDatabase database;
    private final List<String> lines = awk("-v", "name=monday", "-f", SCRIPT, LOG);

    ReplayedAccessLogIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void endsInTheSameTables() throws Exception {
        Map<String, List<String>> once;
        Map<String, List<String>> shuffled;
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            empty();
            send(onerow, lines);
            once = state();
            assertThat(counters()).isEqualTo(countedByAnotherTool());
            empty();
            sendShuffledByManyWriters(onerow);
            shuffled = state();
            assertThat(onerow.get("/v1/telemetry/audit").body()).contains("\"differences\":[]");
            empty();
            killWhileSending(onerow);
        }
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            assertThat(onerow.get("/v1/telemetry/audit").body()).contains("\"differences\":[]");
            send(onerow, lines);
            assertThat(onerow.get("/v1/telemetry/audit").body()).contains("\"differences\":[]");
        }

        assertThat(lines).hasSize(597);
        assertThat(shuffled).isEqualTo(once);
        assertThat(state()).isEqualTo(once);
        assertThat(counters()).isEqualTo(countedByAnotherTool());
    }

    private void sendShuffledByManyWriters(OnerowProcess onerow) {
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int time = 0; time < TIMES; time++) {
                        List<String> shuffled = new ArrayList<>(lines);
                        Collections.shuffle(shuffled, new Random(10L * writer + time));
                        send(onerow, shuffled);
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);
    }

    /** Each writer sends a share of the log; when half of it is acknowledged, the service is gone for all of them. */
    private void killWhileSending(OnerowProcess onerow) throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(lines.size() / LINES_A_CALL / 2);
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int from = writer * LINES_A_CALL; from < lines.size(); from += WRITERS * LINES_A_CALL) {
                        call(onerow, from, lines);
                        calls.countDown();
                    }
                }))
                .toList();
        calls.await();
        onerow.kill();
        writers.forEach(writer -> writer.handle((done, gone) -> gone == null).join());
        assertThat(database.count(TABLES.get(0))).isPositive();
    }

    private static void send(OnerowProcess onerow, List<String> report) {
        for (int from = 0; from < report.size(); from += LINES_A_CALL) {
            call(onerow, from, report);
        }
    }

    private static void call(OnerowProcess onerow, int from, List<String> report) {
        List<String> chunk = report.subList(from, Math.min(report.size(), from + LINES_A_CALL));
        try {
            String receipt = onerow.send(
                            "POST",
                            BULK + "?receipt=summary",
                            String.join("\n", chunk),
                            "Content-Type",
                            "application/x-ndjson")
                    .body();
            assertThat(receipt).contains("\"rejected\":0}").doesNotContain("problem");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void empty() {
        database.sql("DELETE FROM extraction_telemetry_v2");
        database.sql("DELETE FROM http_error_summary");
    }

    private Map<String, List<String>> state() {
        Map<String, List<String>> state = new TreeMap<>();
        TABLES.forEach(table -> state.put(table, database.state(table)));
        return state;
    }

    private List<String> counters() {
        return database.query("SELECT host, status_code, count, first_seen, last_seen FROM http_error_summary").stream()
                .map(row -> row.get("host") + " " + row.get("status_code") + " " + row.get("count") + " "
                        + String.valueOf(row.get("first_seen")).substring(11, 19) + " "
                        + String.valueOf(row.get("last_seen")).substring(11, 19))
                .sorted()
                .toList();
    }

    private static List<String> countedByAnotherTool() {
        return awk(ANOTHER_COUNT, LOG).stream().sorted().toList();
    }

    private static List<String> awk(String... arguments) {
        List<String> command = new ArrayList<>(List.of("awk"));
        Collections.addAll(command, arguments);
        try {
            Process awk = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var output = awk.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
