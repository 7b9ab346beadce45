package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class StatisticsOverHttpTest {
    private static final String UNTIL = "until=2026-11-21T00:00:00Z";
    private static final String EMPTY = "until=2020-01-01T00:00:00Z";
    private static final List<String> CALLS = List.of(
            "/http-errors",
            "/summary",
            "/method-performance",
            "/publisher-stats",
            "/field-extraction",
            "/poor-performers",
            "/content-type-detections");

    private final Service service;

    /** Host a: three operations, one that failed at all methods; host b: one that had no answer. */
    StatisticsOverHttpTest(TestDatabase database) {
        Service.empty(database);
        service = new Service(database);
        service.postLines(
                "/extractions/bulk",
                String.join(
                        "\n",
                        fact(
                                "op-1",
                                "a.example",
                                "08:00:00",
                                "404",
                                "\"publisher\":\"A\",\"total_duration_ms\":100,"
                                        + attempts(
                                                attempt("soup", 10, false, ""),
                                                attempt("paper", 30, true, "\"title\":1"))),
                        fact(
                                "op-2",
                                "a.example",
                                "08:00:10",
                                "404",
                                "\"publisher\":\"A\","
                                        + attempts(attempt("soup", 20, true, "\"title\":true,\"content\":true"))),
                        fact("op-3", "a.example", "08:00:20", "302", attempts(attempt("soup", 40, false, ""))),
                        fact(
                                "op-4",
                                "b.example",
                                "08:00:30",
                                "0",
                                attempts() + ",\"content_type_detection\":{\"status\":\"opinion\",\"evidence\":[1]}")));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void httpErrorsListTheCountersMostFrequentFirst() {
        assertThat(service.get("/http-errors?" + UNTIL).body())
                .isEqualTo(
                        "{\"items\":[{\"host\":\"a.example\",\"status_code\":404,\"error_type\":\"4xx_client_error\","
                                + "\"count\":2,\"first_seen\":\"2026-11-20T08:00:00Z\",\"last_seen\":\"2026-11-20T08:00:10Z\"},"
                                + "{\"host\":\"b.example\",\"status_code\":0,\"error_type\":\"0_no_response\",\"count\":1,"
                                + "\"first_seen\":\"2026-11-20T08:00:30Z\",\"last_seen\":\"2026-11-20T08:00:30Z\"},"
                                + "{\"host\":\"a.example\",\"status_code\":302,\"error_type\":\"3xx_redirect\",\"count\":1,"
                                + "\"first_seen\":\"2026-11-20T08:00:20Z\",\"last_seen\":\"2026-11-20T08:00:20Z\"}]}");
        assertThat(items(service.get("/http-errors?" + UNTIL + "&host=A.example.&status_code=302")))
                .hasSize(1);
        assertThat(items(service.get("/http-errors?" + UNTIL + "&limit=1"))).hasSize(1);
    }

    @Test
    void summaryTellsAWindowInNumbers() {
        assertThat(service.get("/summary?" + UNTIL).body())
                .isEqualTo("{\"total\":4,\"successful\":2,\"success_rate\":50.0,\"unique_hosts\":2,\"methods_used\":2,"
                        + "\"avg_duration_ms\":100.0,\"method_breakdown\":["
                        + "{\"method\":\"failed\",\"attempts\":2,\"successful\":0,\"success_rate\":0.0},"
                        + "{\"method\":\"paper\",\"attempts\":1,\"successful\":1,\"success_rate\":100.0},"
                        + "{\"method\":\"soup\",\"attempts\":1,\"successful\":1,\"success_rate\":100.0}],"
                        + "\"top_http_errors\":[{\"status_code\":404,\"count\":2},{\"status_code\":0,\"count\":1},"
                        + "{\"status_code\":302,\"count\":1}],\"rate_unit\":\"percent\"}");
        assertThat(service.get("/summary?" + EMPTY).body())
                .isEqualTo("{\"total\":0,\"successful\":0,\"success_rate\":null,\"unique_hosts\":0,\"methods_used\":0,"
                        + "\"avg_duration_ms\":null,\"method_breakdown\":[],\"top_http_errors\":[],"
                        + "\"rate_unit\":\"percent\"}");
    }

    @Test
    void methodPerformanceCountsAttemptsByMethodAndHostOrByMethodAlone() {
        Answer byHost = service.get("/method-performance?" + UNTIL);

        assertThat(byHost.body())
                .isEqualTo("{\"items\":[{\"method\":\"soup\",\"host\":\"a.example\",\"attempts\":3,\"successes\":1,"
                        + "\"success_rate\":33.33,\"avg_duration_ms\":23.333333333333332,\"min_duration_ms\":10.0,"
                        + "\"max_duration_ms\":40.0},{\"method\":\"paper\",\"host\":\"a.example\",\"attempts\":1,"
                        + "\"successes\":1,\"success_rate\":100.0,\"avg_duration_ms\":30.0,\"min_duration_ms\":30.0,"
                        + "\"max_duration_ms\":30.0}],\"rate_unit\":\"percent\"}");
        assertThat(service.get("/method-performance?" + UNTIL + "&group_by=method+host")
                        .body())
                .isEqualTo(byHost.body());
        assertThat(service.get("/method-performance?" + UNTIL + "&group_by=method%2Bhost")
                        .body())
                .isEqualTo(byHost.body());
        assertThat(service.get("/method-performance?" + UNTIL + "&group_by=method&method=paper")
                        .body())
                .contains("\"host\":null");
        assertThat(service.get("/method-performance?" + UNTIL + "&publisher=B").body())
                .isEqualTo("{\"items\":[],\"rate_unit\":\"percent\"}");
    }

    @Test
    void publisherStatsTellHowEachHostDoes() {
        assertThat(service.get("/publisher-stats?" + UNTIL + "&min_attempts=2").body())
                .isEqualTo("{\"items\":[{\"host\":\"a.example\",\"publisher\":\"A\",\"total_attempts\":3,"
                        + "\"successful\":2,\"success_rate\":66.67,\"avg_duration_ms\":100.0,\"methods_used\":2,"
                        + "\"most_common_method\":\"paper\",\"last_attempt\":\"2026-11-20T08:00:20Z\","
                        + "\"status\":\"fair\"}],\"rate_unit\":\"percent\"}");
        assertThat(items(service.get("/publisher-stats?" + UNTIL))).isEmpty();
        assertThat(items(service.get("/publisher-stats?" + UNTIL + "&min_attempts=1&host=b.example")))
                .hasSize(1);
    }

    @Test
    void fieldExtractionTellsRatesByMethodAndOverall() {
        assertThat(service.get("/field-extraction?" + UNTIL).body())
                .isEqualTo("{\"items\":[{\"method\":\"soup\",\"count\":3,\"title_success_rate\":0.3333333333333333,"
                        + "\"author_success_rate\":0.0,\"content_success_rate\":0.3333333333333333,"
                        + "\"date_success_rate\":0.0},{\"method\":\"paper\",\"count\":1,\"title_success_rate\":1.0,"
                        + "\"author_success_rate\":0.0,\"content_success_rate\":0.0,\"date_success_rate\":0.0}],"
                        + "\"overall\":{\"count\":4,\"title_success_rate\":0.5,\"author_success_rate\":0.0,"
                        + "\"content_success_rate\":0.25,\"date_success_rate\":0.0},\"rate_unit\":\"fraction\"}");
        assertThat(items(service.get("/field-extraction?" + UNTIL + "&field=content")))
                .hasSize(1);
        assertThat(service.get("/field-extraction?" + UNTIL + "&field=headline").body())
                .isEqualTo("{\"items\":[],\"overall\":{\"count\":0,\"title_success_rate\":null,"
                        + "\"author_success_rate\":null,\"content_success_rate\":null,\"date_success_rate\":null},"
                        + "\"rate_unit\":\"fraction\"}");
    }

    @Test
    void poorPerformersNameHostsThatFailTooOften() {
        assertThat(service.get("/poor-performers?" + UNTIL + "&min_attempts=1").body())
                .isEqualTo("{\"items\":[{\"host\":\"b.example\",\"total_attempts\":1,\"successful\":0,"
                        + "\"success_rate\":0.0,\"recommendation\":\"pause\"}],\"rate_unit\":\"percent\"}");
        assertThat(items(service.get("/poor-performers?" + UNTIL + "&min_attempts=3&max_success_rate=66.67")))
                .hasSize(1);
        assertThat(items(service.get("/poor-performers?" + UNTIL + "&min_attempts=3&max_success_rate=66.66")))
                .isEmpty();
    }

    @Test
    void contentTypeDetectionsListThoseOfAnyStatusAskedFor() {
        Answer detections = service.get("/content-type-detections?" + UNTIL + "&status=news&status=opinion");

        assertThat(detections.body())
                .contains("\"operation_id\":\"op-4\",\"article_id\":\"a\",")
                .contains("\"status\":\"opinion\"")
                .contains("\"evidence\":[1]")
                .contains("\"row_version\":1");
        assertThat(items(service.get("/content-type-detections?" + UNTIL))).hasSize(1);
        assertThat(items(service.get("/content-type-detections?" + UNTIL + "&status=news")))
                .isEmpty();
    }

    @Test
    void everyStatisticLooksAtTheLastSevenDaysUnlessToldOtherwise() {
        service.put(
                "/extractions/now",
                fact("now", "now.example", "08:00:00", "500", "\"content_type_detection\":{}")
                        .replace("2026-11-20T08:00:00Z", Instant.now().toString()));
        service.put(
                "/extractions/old",
                fact("old", "old.example", "08:00:00", "500", "\"content_type_detection\":{}")
                        .replace(
                                "2026-11-20T08:00:00Z",
                                Instant.now().minusSeconds(8 * 86_400L).toString()));

        assertThat(service.get("/http-errors").body()).contains("now.example").doesNotContain("old.example");
        assertThat(service.get("/http-errors?days=9").body()).contains("now.example", "old.example");
        assertThat(service.get("/content-type-detections").body())
                .contains("now.example")
                .doesNotContain("old.example");
    }

    @Test
    void refuseWhatIsOutOfRangeOrUnknown() {
        for (String call : CALLS) {
            for (String wrong : List.of("days=0", "days=366", "days=x", "until=yesterday")) {
                Answer refused = service.get(call + "?" + wrong);
                assertThat(refused.status()).as(call + wrong).isEqualTo(422);
                assertThat(refused.problem()).isEqualTo("/problems/invalid-parameter");
                assertThat(refused.places().toString()).isEqualTo("[" + wrong.replaceAll("=.*", "]"));
            }
            assertThat(service.get(call + "?until=0001-01-01T00:00:00Z&days=365")
                            .status())
                    .as(call)
                    .isEqualTo(200);
            assertThat(service.get(call + "?cursor=x").status()).as(call).isEqualTo(400);
            int limit = call.equals("/summary") ? 400 : 422;
            assertThat(service.get(call + "?limit=501").status()).as(call).isEqualTo(limit);
        }
        assertThat(service.get("/publisher-stats?days=400").body())
                .contains("\"errors\":[{\"parameter\":\"days\",\"code\":\"out-of-range\",\"detail\":\"1 to 365\"}]");
        assertThat(service.get("/poor-performers?min_attempts=-1&max_success_rate=101")
                        .places()
                        .toString())
                .isEqualTo("[min_attempts, max_success_rate]");
        assertThat(service.get("/method-performance?group_by=host").status()).isEqualTo(422);
        assertThat(service.get("/http-errors?status_code=many").status()).isEqualTo(422);
        assertThat(service.get("/http-errors?host=%00").status()).isEqualTo(422);
    }

    private static List<?> items(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return (List<?>) java.util.Objects.requireNonNull(answer.json().get("items"));
    }

    private static String fact(String id, String host, String time, String status, String members) {
        return "{\"operation_id\":\"" + id + "\",\"article_id\":\"a\",\"url\":\"https://" + host + "/s\","
                + "\"start_time\":\"2026-11-20T" + time + "Z\",\"http_status_code\":" + status + "," + members + "}";
    }

    private static String attempts(String... attempts) {
        return "\"method_attempts\":[" + String.join(",", attempts) + "]";
    }

    private static String attempt(String method, int millis, boolean success, String fields) {
        return "{\"method\":\"" + method + "\",\"duration_ms\":" + millis + ",\"success\":" + success + ",\"fields\":{"
                + fields + "}}";
    }
}
