package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.request.StrictJson;
import dev.onerow.web.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ExtractionsOverHttpTest {
    private static final String PATH = "/extractions/op-118";
    private static final String REPORT = """
            {"article_id":"a-118","url":"https://Daily.example.com/s?id=5&Token=t0p","start_time":"2026-11-20T08:00:00Z",
             "end_time":"2026-11-20T08:00:01.13Z","http_status_code":429,
             "method_attempts":[{"method":"beautifulsoup","duration_ms":310,"success":true,
                                 "fields":{"title":true,"content":true}}]}""";

    private final TestDatabase database;
    private final Service service;

    ExtractionsOverHttpTest(TestDatabase database) {
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
    void storesAReportUnderItsOperation() {
        Answer answer = service.put(PATH, REPORT);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/telemetry/extractions/op-118");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body())
                .contains("\"operation_id\":\"op-118\",\"article_id\":\"a-118\","
                        + "\"url\":\"https://Daily.example.com/s?id=5&Token=***\",\"publisher\":null,"
                        + "\"host\":\"daily.example.com\",\"revision\":0,")
                .contains("\"occurred_at\":\"2026-11-20T08:00:01.13Z\",\"total_duration_ms\":1130.0,"
                        + "\"http_status_code\":429,\"http_error_type\":\"4xx_client_error\",")
                .contains("\"methods_attempted\":[\"beautifulsoup\"],\"successful_method\":\"beautifulsoup\","
                        + "\"method_timings\":{\"beautifulsoup\":310.0},\"method_success\":{\"beautifulsoup\":true},"
                        + "\"method_errors\":{},")
                .contains("\"is_success\":true,\"is_complete\":true,")
                .contains("\"version\":1,")
                .endsWith("\"outcome\":\"inserted\"}");
    }

    @Test
    void showsOneOperationWithItsAttemptsFieldsAndDetection() {
        service.put(PATH, REPORT.replace("\"http_status_code\":429,", """
                "final_field_attribution":{"title":"beautifulsoup"},
                "alternative_extractions":{"newspaper4k":{"title":{"alternative_value":"B","current_value":"A"}}},
                "content_type_detection":{"status":"opinion","confidence_score":0.75,"evidence":{"words":[1,2.5]}},
                """));

        Answer shown = service.get(PATH);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.header("ETag")).isEqualTo("\"1\"");
        assertThat(shown.body())
                .contains("\"method_attempts\":[{\"position\":1,\"method\":\"beautifulsoup\",\"attempt_no\":1,"
                        + "\"duration_ms\":310.0,\"success\":true,\"error\":null,\"fields\":{\"title\":true,"
                        + "\"author\":false,\"content\":true,\"publish_date\":false}}]")
                .contains("\"title\":{\"extracted\":true,\"method\":\"beautifulsoup\",\"alternatives\":1,"
                        + "\"differing\":1}")
                .contains("\"author\":{\"extracted\":false,\"method\":null,\"alternatives\":0,\"differing\":0}")
                .contains(
                        "\"status\":\"opinion\",\"confidence\":null,\"confidence_score\":0.75,\"reason\":null,"
                                + "\"evidence\":{\"words\":[1,2.5]},\"version\":null,\"detected_at\":\"2026-11-20T08:00:01.13Z\"")
                .doesNotContain("outcome");
    }

    @Test
    void answersAWriteWithAllThatAReadShows() {
        Map<?, ?> written = service.put(PATH, REPORT).json();

        Map<?, ?> read = service.get(PATH).json();

        assertThat(written).containsAllEntriesOf(castToSame(read)).hasSize(read.size() + 1);
    }

    @Test
    void takesBackWhatItGave() {
        service.put(PATH, REPORT.replace("\"http_status_code\":429,", """
                "http_error_type":"odd","proxy_status":"Bypassed","proxy_used":1,
                "content_type_detection":{"evidence":"not { JSON","host":"other.example"},
                """));

        Answer again = service.put(PATH, service.get(PATH).body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
    }

    @Test
    void takesBackWhatAListGave() {
        service.put(PATH, """
                {"article_id":"a","url":"https://a.example/","start_time":"2026-11-20T08:00:00Z",
                 "method_attempts":[{"method":"m","duration_ms":1},{"method":"m","success":true,"error":"late"}],
                 "content_type_detection":{"status":"opinion"}}""");
        service.put("/extractions/op-119", REPORT);

        List<Answer> again = service.get("/extractions").list("items").stream()
                .map(item -> service.put("/extractions/" + item.get("operation_id"), StrictJson.write(item)))
                .toList();

        assertThat(again).extracting(answer -> answer.at("outcome")).containsExactly("unchanged", "unchanged");
        assertThat(service.get("/extractions").at("items.1.fields"))
                .isEqualTo(service.get(PATH).at("fields"));
    }

    @Test
    void endsAPageEarlyWhereItsOperationsAreLarge() {
        String evidence = "e".repeat(1_000_000);
        for (int i = 0; i < 6; i++) {
            service.put("/extractions/large-" + i, """
                    {"article_id":"a","url":"https://a.example/","start_time":"2026-11-20T08:00:00Z","http_status_code":404,
                     "content_type_detection":{"evidence":"%s"}}""".formatted(evidence));
        }

        Answer first = service.get("/extractions");
        Answer second = service.get("/extractions?cursor=" + first.at("next"));

        assertThat(first.each("operation_id")).containsExactly("large-5", "large-4", "large-3", "large-2");
        assertThat(second.each("operation_id")).containsExactly("large-1", "large-0");
        assertThat(second.json().get("next")).isNull();
        assertThat(service.get("/extractions?host=a.example&http_status_code=404")
                        .each("operation_id"))
                .isEqualTo(first.each("operation_id"));
    }

    @Test
    void tellsWhatBecameOfEachWriteAndCountsItOnce() {
        assertThat(revision(1, 404).json().get("outcome")).isEqualTo("inserted");
        assertThat(revision(1, 404).json().get("outcome")).isEqualTo("unchanged");
        assertThat(revision(2, 500).json().get("outcome")).isEqualTo("updated");
        Answer stale = revision(1, 404);

        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.json().get("outcome")).isEqualTo("stale");
        assertThat(stale.json().get("http_status_code")).isEqualTo(500L);
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        assertThat(database.query("SELECT status_code, count FROM http_error_summary")
                        .toString())
                .isEqualTo("[{status_code=500, count=1}]");
    }

    @Test
    void storesOneRowWhenManySendTheSameAtOnce() {
        List<CompletableFuture<Answer>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.put(PATH, REPORT)))
                .toList();

        assertThat(calls.stream().<Object>map(call -> call.join().json().get("outcome")))
                .containsOnlyOnce("inserted")
                .containsOnly("inserted", "unchanged");
        assertThat(database.value("SELECT count FROM http_error_summary")).isEqualTo(1L);
    }

    @Test
    void holdsRequestsToTheirConditions() {
        assertThat(service.put(PATH, REPORT, "If-Match", "\"1\"").status()).isEqualTo(412);
        service.put(PATH, REPORT);

        assertThat(service.put(PATH, REPORT, "If-None-Match", "*").problem())
                .isEqualTo("/problems/precondition-failed");
        assertThat(service.put(PATH, REPORT, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(service.get(PATH, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        assertThat(service.delete(PATH, "If-Match", "\"2\"").status()).isEqualTo(412);
        assertThat(service.delete(PATH, "If-Match", "\"1\"").status()).isEqualTo(204);
    }

    @Test
    void removesAnOperationAndTakesItsShareFromTheCounter() {
        service.put(PATH, REPORT);

        assertThat(service.delete(PATH).status()).isEqualTo(204);
        assertThat(service.delete(PATH).problem()).isEqualTo("/problems/unknown-extraction");
        assertThat(service.get(PATH).status()).isEqualTo(404);
        assertThat(database.count("extraction_method_attempts")).isZero();
        assertThat(database.count("http_error_summary")).isZero();
    }

    @Test
    void namesEverythingThatIsWrongWithAReport() {
        Answer missing =
                service.put(PATH, "{\"start_time\":\"yesterday\",\"is_success\":2,\"method_timings\":{\"a\":\"x\"}}");
        Answer invalid = service.put(
                PATH,
                report("\"http_status_code\":7,\"revision\":-1,\"proxy_status\":\"lost\",\"successful_method\":\"x\""));
        Answer url = service.put(PATH, report("\"revision\":-1").replace("https://h.example/", "/b/story"));

        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.problem()).isEqualTo("/problems/invalid-body");
        assertThat(missing.places().stream().map(String::valueOf))
                .containsExactlyInAnyOrder("/article_id", "/url", "/start_time", "/is_success", "/method_timings/a");
        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.places().toString()).isEqualTo("[/proxy_status]");
        assertThat(service
                        .put(PATH, report("\"http_status_code\":7,\"revision\":-1,\"successful_method\":\"x\""))
                        .places()
                        .stream()
                        .map(String::valueOf))
                .containsExactlyInAnyOrder("/http_status_code", "/revision", "/successful_method");
        assertThat(url.status()).isEqualTo(422);
        assertThat(url.problem()).isEqualTo("/problems/invalid-url");
        assertThat(url.places().stream().map(String::valueOf)).containsExactlyInAnyOrder("/url", "/revision");
        assertThat(database.count("extraction_telemetry_v2")).isZero();
    }

    @Test
    void refusesWhatNobodyKnowsAndWhatContradictsThePath() {
        assertThat(service.put(PATH, report("\"retries\":3")).status()).isEqualTo(400);
        assertThat(service.put(PATH, report("\"field_extraction\":{\"soup\":{\"headline\":true}}"))
                        .places()
                        .toString())
                .isEqualTo("[/field_extraction/soup/headline]");
        assertThat(service.put(PATH, report("\"operation_id\":\"op-119\""))
                        .places()
                        .toString())
                .isEqualTo("[/operation_id]");
        assertThat(service.put(PATH, "[]").places().toString()).isEqualTo("[]");
        assertThat(service.put(PATH, "no JSON").status()).isEqualTo(400);
        assertThat(service.get(PATH + "?limit=3").status()).isEqualTo(400);
    }

    @Test
    void takesMapsInPlaceOfAttempts() {
        service.put(
                PATH,
                report(
                        "\"methods_attempted\":[\"soup\",\"paper\",\"soup\"],\"method_timings\":{\"soup\":12,\"paper\":null},"
                                + "\"method_success\":{\"soup\":1,\"paper\":false},\"method_errors\":{\"paper\":\"no title\"},"
                                + "\"field_extraction\":{\"soup\":{\"title\":1}}"));

        Map<?, ?> shown = service.get(PATH).json();

        assertThat(shown.get("methods_attempted")).isEqualTo(List.of("soup", "paper", "soup"));
        assertThat(shown.get("successful_method")).isEqualTo("soup");
        assertThat(database.query("SELECT position, attempt_no FROM extraction_method_attempts ORDER BY 1")
                        .toString())
                .isEqualTo("[{position=1, attempt_no=1}, {position=2, attempt_no=1}, {position=3, attempt_no=2}]");
    }

    @Test
    void ignoresMapsBesideAttemptsWhateverTheySay() {
        Answer answer = service.put(
                PATH,
                report("\"method_attempts\":[],\"methods_attempted\":7,\"method_timings\":\"none\",\"fields\":0"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("methods_attempted")).isEqualTo(List.of());
    }

    @Test
    void storesEvidenceAsJsonAlsoWhenItCameAsText() {
        assertThat(evidenceOf("{\"a\":[1]}")).isEqualTo(Map.of("a", List.of(1L)));
        assertThat(evidenceOf("\"{\\\"a\\\":[1]}\"")).isEqualTo(Map.of("a", List.of(1L)));
        assertThat(evidenceOf("\"plain words\"")).isEqualTo("plain words");
        assertThat(evidenceOf("\"\\\"1\\\"\"")).isEqualTo(1L);
    }

    @Test
    void knowsOperationsByAnyPrintableId() {
        for (String id : List.of("a%2Fb", "%5B::1%5D", "100%25", "a%3Bb%3Dc", "c;d=e+f", "..", "bulk", "a%3Fb%23c")) {
            Answer put = service.put("/extractions/" + id, REPORT);
            assertThat(put.status()).as(id).isEqualTo(201);
            String location = Objects.requireNonNull(put.header("Location"));
            assertThat(service.get(location.substring("/v1/telemetry".length())).status())
                    .as(location)
                    .isEqualTo(200);
        }
        assertThat(database.query("SELECT operation_id FROM extraction_telemetry_v2 ORDER BY id")
                        .toString())
                .contains("=a/b}", "=[::1]}", "=100%}", "=a;b=c}", "=c;d=e+f}", "=..}", "=bulk}", "=a?b#c}");
    }

    @Test
    void refusesIdsOfAnotherForm() {
        for (String id : List.of("a%20b", "%C3%A4", "x".repeat(201))) {
            Answer refused = service.put("/extractions/" + id, REPORT);
            assertThat(refused.status()).as(id).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("/problems/invalid-operation-id");
            assertThat(refused.places().toString()).isEqualTo("[operation_id]");
        }
    }

    @Test
    void refusesABodyOfMoreThanOneMebibyte() {
        Answer refused = service.put(PATH, report("\"error_message\":\"" + "x".repeat(1 << 20) + "\""));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.problem()).isEqualTo("/problems/too-large");
    }

    @Test
    void listsFactsNewestFirstInPagesOfWhatIsAskedFor() {
        for (int i = 0; i < 5; i++) {
            service.put("/extractions/op-" + i, REPORT.replace("01.13Z", "0" + (i % 3 + 1) + "Z"));
        }
        service.put("/extractions/other", report("\"publisher\":\"P\",\"http_status_code\":200"));

        Answer first = service.get("/extractions?host=DAILY.example.com&limit=3");
        Answer second = service.get("/extractions?host=DAILY.example.com&limit=3&cursor="
                + first.json().get("next"));

        assertThat(operations(first)).isEqualTo("[op-2, op-4, op-1]");
        assertThat(operations(second)).isEqualTo("[op-3, op-0]");
        assertThat(second.json().get("next")).isNull();
        assertThat(operations(service.get("/extractions?publisher=P&http_status_code=200&is_success=false")))
                .isEqualTo("[other]");
        assertThat(operations(service.get(
                        "/extractions?method=beautifulsoup&from=2026-11-20T08:00:03Z" + "&to=2026-11-20T08:00:03Z")))
                .isEqualTo("[op-2]");
        assertThat(operations(service.get("/extractions?host=nowhere.example"))).isEqualTo("[]");
        assertThat(service.get("/extractions?limit=501").places().toString()).isEqualTo("[limit]");
        assertThat(service.get("/extractions?cursor=" + first.json().get("next"))
                        .places()
                        .toString())
                .isEqualTo("[cursor]");
        assertThat(service.get("/extractions?hosts=x").status()).isEqualTo(400);
    }

    private Object evidenceOf(String json) {
        service.delete(PATH);
        service.put(PATH, report("\"content_type_detection\":{\"evidence\":" + json + "}"));
        Map<?, ?> detection =
                (Map<?, ?>) Objects.requireNonNull(service.get(PATH).json().get("content_type_detection"));
        return Objects.requireNonNull(detection.get("evidence"));
    }

    private Answer revision(int revision, int status) {
        return service.put(PATH, report("\"revision\":" + revision + ",\"http_status_code\":" + status));
    }

    private static String report(String members) {
        return "{\"article_id\":\"a\",\"url\":\"https://h.example/\",\"start_time\":\"2026-11-20T08:00:00Z\"," + members
                + "}";
    }

    private static String operations(Answer answer) {
        List<?> items = (List<?>) Objects.requireNonNull(answer.json().get("items"));
        return items.stream()
                .map(item -> ((Map<?, ?>) item).get("operation_id"))
                .toList()
                .toString();
    }

    @SuppressWarnings("unchecked") // JSON objects have text keys.
    private static <K, V> Map<K, V> castToSame(Map<?, ?> map) {
        return (Map<K, V>) map;
    }
}
