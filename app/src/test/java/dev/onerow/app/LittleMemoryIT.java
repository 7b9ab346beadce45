package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The jar with 64 MB of heap, and more than that going in and out. */
@OnBothDatabases
class LittleMemoryIT {
    private static final int HEAP_MEGABYTES = 64;
    private static final int LINES = 10_000;
    private static final int LONG_RULES = 400;
    private static final int ROWS = 1_000_000;
    private static final List<String> NONSENSE = List.of(
            "nonsense",
            "{\"rule_code\":5}",
            "[1,2]",
            "{\"a\":",
            "\"text\"",
            "null",
            "{\"rule_code\":\"A\",\"sql\":\"DROP TABLE t\"}");

    private final TestDatabase database;

    LittleMemoryIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void answersEveryLineToAClientThatSendsEverythingBeforeItReads() throws Exception {
        var padding = "x".repeat(2_000);
        try (var onerow = OnerowProcess.serve(database.url(), HEAP_MEGABYTES)) {
            var answers = sendAllThenRead(
                    onerow,
                    number -> "{\"rule_code\":\"R" + number + "\",\"logic\":\"" + padding + "\",\"sql\":\"SELECT "
                            + number + " AS n\"}");
            var nonsense = sendAllThenRead(onerow, number -> NONSENSE.get(number % NONSENSE.size()));

            assertThat(answers).hasSize(LINES + 1);
            assertThat(answers.get(LINES - 1))
                    .startsWith("{\"line\":" + LINES + ",")
                    .contains("\"inserted\"");
            assertThat(answers.get(LINES)).contains("\"received\":" + LINES + ",\"inserted\":" + LINES + ",");
            assertThat(nonsense).hasSize(LINES + 1);
            assertThat(nonsense.subList(0, LINES)).allMatch(line -> line.contains("\"rejected\",\"problem\":{"));
            assertThat(nonsense.get(LINES)).endsWith("\"rejected\":" + LINES + "}}");
        }
    }

    @Test
    void listsAndExecutesRulesWhoseTextsAreLongerThanItsMemory() throws Exception {
        var text = "x".repeat(99_000);
        var codes = IntStream.range(0, LONG_RULES).mapToObj(i -> "\"LONG_" + i + "\"");
        try (var onerow = OnerowProcess.serve(database.url(), HEAP_MEGABYTES)) {
            for (int i = 0; i < LONG_RULES; i++) {
                onerow.send(
                        "PUT",
                        "/v1/registry/rules/LONG_" + i,
                        "{\"description\":\"" + text + "\",\"logic\":\"" + text + "\",\"sql\":\"SELECT " + i
                                + " AS n\"}");
            }
            var page = onerow.send("GET", "/v1/registry/rules?limit=500&sort=updated_at", "");
            var executed =
                    onerow.send("POST", "/v1/registry/executions", codes.collect(Collectors.joining(",", "[", "]")));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("\"rule_code\":\"LONG_399\"").doesNotEndWith("\"next\":null}");
            assertThat(executed.body()).contains("\"received\":" + LONG_RULES + ",\"inserted\":" + LONG_RULES + ",");
        }
    }

    @Test
    void streamsAMillionRowsWhileOthersWrite() throws Exception {
        try (var onerow = OnerowProcess.serve(database.url(), HEAP_MEGABYTES);
                var client = new UnhurriedClient(onerow.address())) {
            var made = onerow.send(
                    "POST",
                    "/v1/registry/rules/MILLION/execute",
                    "{\"sql\":\"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
                            + ") SELECT i, 'row number ' || i AS label FROM n\"}");
            client.begin("GET /v1/registry/views/million/rows HTTP/1.1", "Accept: text/csv");

            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
            assertThat(client.status()).contains("200");
            // Nothing has been read of the rows yet, and more of them wait than fit anywhere on the way.
            assertThat(write(onerow)).containsOnly(200, 201);
            assertThat(client.body().lines().count()).isEqualTo(ROWS + 1);
        }
    }

    private static List<Integer> write(OnerowProcess onerow) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statuses.add(onerow.send("PUT", "/v1/registry/rules/BESIDE", "{\"sql\":\"SELECT " + i + " AS a\"}")
                    .statusCode());
        }
        return statuses;
    }

    private static List<String> sendAllThenRead(OnerowProcess onerow, IntFunction<String> lines) throws IOException {
        try (var client = new UnhurriedClient(onerow.address())) {
            client.begin(
                    "POST /v1/registry/rules/bulk HTTP/1.1",
                    "Content-Type: application/x-ndjson",
                    "Transfer-Encoding: chunked");
            for (int number = 0; number < LINES; number++) {
                client.send(lines.apply(number) + "\n");
            }
            client.end();
            assertThat(client.status()).contains("207");
            return client.body().lines().toList();
        }
    }
}
