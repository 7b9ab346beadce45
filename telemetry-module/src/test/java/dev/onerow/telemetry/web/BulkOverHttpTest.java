package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BulkOverHttpTest {
    private static final String PATH = "/extractions/bulk";

    private final TestDatabase database;
    private final Service service;

    BulkOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        Service.empty(database);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void answersEveryLineAndThenTheReceipt() {
        Answer answer = service.postLines(
                PATH, line("op-119", 0) + "\n" + line("op-120", 404).replace("https://h.example/", "/b/story"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines().findFirst())
                .contains("{\"line\":1,\"key\":{\"operation_id\":\"op-119\"},\"outcome\":\"inserted\"}");
        Map<?, ?> problem =
                (Map<?, ?>) Objects.requireNonNull(answer.lines().get(1).get("problem"));
        assertThat(problem.get("type")).isEqualTo("/problems/invalid-url");
        assertThat(problem.get("status")).isEqualTo(422L);
        assertThat(String.valueOf(problem.get("errors"))).contains("pointer=/url");
        assertThat(receipt(answer)).isEqualTo(receipt(2, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void writesTheLinesOfOneOperationOneAfterAnother() {
        Answer answer = service.postLines(
                PATH,
                String.join(
                        "\n",
                        revision("op-1", 1, 404),
                        revision("op-1", 3, 500),
                        revision("op-1", 2, 302),
                        line("op-2", 404)));

        assertThat(answer.lines().stream()
                        .<Object>map(line -> line.get("outcome"))
                        .limit(4))
                .containsExactly("folded", "folded", "inserted", "inserted");
        assertThat(database.query("SELECT status_code, count FROM http_error_summary ORDER BY 1")
                        .toString())
                .isEqualTo("[{status_code=404, count=1}, {status_code=500, count=1}]");
    }

    @Test
    void changesNothingWhenADayIsSentAgain() {
        String day = IntStream.range(0, 2_500)
                .mapToObj(i -> line("op-" + i, i % 3 == 0 ? 404 : 200))
                .collect(Collectors.joining("\n"));

        Answer first = service.postLines(PATH, day);
        Answer again = service.postLines(PATH + "?receipt=summary", day);

        assertThat(receipt(first)).isEqualTo(receipt(2_500, 2_500, 0, 0, 0, 0, 0));
        assertThat(again.lines()).hasSize(1);
        assertThat(receipt(again)).isEqualTo(receipt(2_500, 0, 0, 2_500, 0, 0, 0));
        assertThat(database.value("SELECT count FROM http_error_summary")).isEqualTo(834L);
        assertThat(service.get("/audit").json().get("differences")).isEqualTo(List.of());
    }

    @Test
    void rejectsBadLinesAloneWithTheirPlaces() {
        Answer answer = service.postLines(
                PATH,
                String.join(
                        "\n",
                        "{\"article_id\":\"a\",\"url\":\"https://h.example/\",\"start_time\":\"2026-11-20T08:00:00Z\"}",
                        line("with blank", 404),
                        line("op-1", 404).replace("}", ",\"retries\":1}"),
                        line("op-1", 4),
                        "no JSON",
                        "[]",
                        line("op-1", 404)));

        assertThat(answer.lines().stream().map(BulkOverHttpTest::places).limit(7))
                .containsExactly("/operation_id", "/operation_id", "/retries", "/http_status_code", "", "", "");
        assertThat(receipt(answer)).isEqualTo(receipt(7, 1, 0, 0, 0, 0, 6));
    }

    @Test
    void writesAllOrNothingWhenAtomic() {
        Answer refused = service.postLines(PATH + "?atomic=true", line("op-1", 404) + "\n" + line("op-2", 4));
        long factsAfterRefusal = database.count("extraction_telemetry_v2");
        Answer taken = service.post(PATH + "?atomic=true", "[" + line("op-1", 404) + "," + line("op-2", 404) + "]");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("line")).isEqualTo(2L);
        assertThat(factsAfterRefusal).isZero();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(receipt(taken)).isEqualTo(receipt(2, 2, 0, 0, 0, 0, 0));
        assertThat(database.value("SELECT count FROM http_error_summary")).isEqualTo(2L);
    }

    private static String line(String id, int status) {
        return "{\"operation_id\":\"" + id + "\",\"article_id\":\"a\",\"url\":\"https://h.example/\","
                + "\"start_time\":\"2026-11-20T08:00:00Z\",\"http_status_code\":" + status + "}";
    }

    private static String revision(String id, int revision, int status) {
        return line(id, status).replace("}", ",\"revision\":" + revision + "}");
    }

    private static String places(Map<?, ?> line) {
        Map<?, ?> problem = (Map<?, ?>) line.get("problem");
        List<?> errors = problem == null ? null : (List<?>) problem.get("errors");
        return errors == null ? "" : String.valueOf(((Map<?, ?>) errors.get(0)).get("pointer"));
    }

    private static Object receipt(Answer answer) {
        List<Map<?, ?>> lines = answer.lines();
        return Objects.requireNonNull(lines.get(lines.size() - 1).get("receipt"));
    }

    private static Map<String, Long> receipt(
            long received, long inserted, long updated, long unchanged, long stale, long folded, long rejected) {
        return Map.of(
                "received", received,
                "inserted", inserted,
                "updated", updated,
                "unchanged", unchanged,
                "stale", stale,
                "folded", folded,
                "rejected", rejected);
    }
}
