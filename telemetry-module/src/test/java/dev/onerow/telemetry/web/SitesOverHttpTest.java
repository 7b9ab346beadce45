package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SitesOverHttpTest {
    private final TestDatabase database;
    private final Service service;

    SitesOverHttpTest(TestDatabase database) {
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
    void pausesASiteOnceHoweverOftenItIsTold() {
        Answer first = service.post("/sites/Daily.example.com./pause", "{\"reason\":\"robots.txt\"}");
        Answer again = service.post("/sites/daily.example.com:443/pause", "{\"reason\":null}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.body())
                .startsWith("{\"host\":\"daily.example.com\",\"status\":\"paused\",\"paused_at\":\"")
                .contains("\"paused_reason\":\"robots.txt\",\"known\":true,\"version\":1,")
                .endsWith("\"outcome\":\"inserted\"}");
        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
        assertThat(database.count("sites")).isEqualTo(1);
    }

    @Test
    void pausesWithoutABodyForAReasonOfItsOwn() {
        Answer paused = service.send("POST", "/sites/daily.example.com/pause", null);

        assertThat(paused.body()).contains("\"paused_reason\":\"Poor performance detected\"");
    }

    @Test
    void resumesWhatWasPausedAndKnowsNoOther() {
        service.post("/sites/daily.example.com/pause", "{}");

        Answer resumed = service.send("POST", "/sites/daily.example.com/resume", null);
        Answer again = service.send("POST", "/sites/daily.example.com/resume", null);
        Answer unknown = service.send("POST", "/sites/other.example.com/resume", null);

        assertThat(resumed.json().get("outcome")).isEqualTo("updated");
        assertThat(resumed.json().get("status")).isEqualTo("active");
        assertThat(resumed.json().get("paused_reason")).isNull();
        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("/problems/unknown-site");
        assertThat(database.count("sites")).isEqualTo(1);
    }

    @Test
    void refusesMembersThatResumingDoesNotHave() {
        service.post("/sites/daily.example.com/pause", "{}");

        Answer refused = service.post("/sites/daily.example.com/resume", "{\"x\":1}");
        Answer resumed = service.post("/sites/daily.example.com/resume", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("/problems/malformed-request");
        assertThat(refused.body()).contains("\"pointer\":\"/x\"");
        assertThat(resumed.json().get("outcome")).isEqualTo("updated");
    }

    @Test
    void showsASiteWhetherAnybodyKnowsItOrNot() {
        service.post("/sites/[::1]:8080/pause".replace("[", "%5B").replace("]", "%5D"), "{}");

        Answer known = service.get("/sites/%5B0:0:0:0:0:0:0:1%5D:8080");
        Answer unknown = service.get("/sites/other.example.com");

        assertThat(known.json().get("host")).isEqualTo("[::1]:8080");
        assertThat(known.json().get("known")).isEqualTo(true);
        assertThat(service.get("/sites/%5B::1%5D:8080", "If-None-Match", "\"1\"")
                        .status())
                .isEqualTo(304);
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.body())
                .isEqualTo("{\"host\":\"other.example.com\",\"status\":\"active\",\"paused_at\":null,"
                        + "\"paused_reason\":null,\"known\":false,\"version\":null,\"created_at\":null,"
                        + "\"updated_at\":null}");
    }

    @Test
    void keepsAWellKnownPortOnlyWhereAPageOfThatVeryHostWasSeen() {
        service.put(
                "/extractions/op-1",
                "{\"article_id\":\"a\",\"url\":\"http://x.example:443/\",\"start_time\":\"2026-11-20T08:00:00Z\"}");

        Answer seen = service.post("/sites/x.example:443/pause", "{}");
        Answer unseen = service.post("/sites/x.example:80/pause", "{}");

        assertThat(seen.json().get("host")).isEqualTo("x.example:443");
        assertThat(unseen.json().get("host")).isEqualTo("x.example");
        assertThat(service.get("/sites/X.example:443").json().get("status")).isEqualTo("paused");
        service.delete("/extractions/op-1");
        assertThat(service.post("/sites/x.example:443/resume", "{}").json().get("host"))
                .isEqualTo("x.example:443");
        assertThat(service.get("/sites/x.example").json().get("status")).isEqualTo("paused");
    }

    @Test
    void listsPausedSitesInPagesTheLastOneFirst() {
        for (String host : List.of("a.example", "b.example", "c.example")) {
            service.post("/sites/" + host + "/pause", "{}");
        }
        service.send("POST", "/sites/b.example/resume", null);

        Answer first = service.get("/sites/paused?limit=1");
        Answer second =
                service.get("/sites/paused?limit=1&cursor=" + first.json().get("next"));

        assertThat(hosts(first)).isEqualTo("[c.example]");
        assertThat(hosts(second)).isEqualTo("[a.example]");
        assertThat(second.json().get("next")).isNull();
    }

    @Test
    void holdsRequestsToTheirConditions() {
        assertThat(service.send("POST", "/sites/a.example/pause", null, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        service.post("/sites/a.example/pause", "{}");

        assertThat(service.send("POST", "/sites/a.example/resume", null, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.send("POST", "/sites/a.example/pause", null, "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(service.send("POST", "/sites/a.example/resume", null, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoHostOrNoReason() {
        Answer host = service.post("/sites/a%20b/pause", "{}");

        assertThat(host.status()).isEqualTo(422);
        assertThat(host.problem()).isEqualTo("/problems/invalid-host");
        assertThat(host.places().toString()).isEqualTo("[host]");
        assertThat(service.post("/sites/a.example/pause", "{\"reason\":\" \"}")
                        .places()
                        .toString())
                .isEqualTo("[/reason]");
        assertThat(service.post("/sites/a.example/pause", "{\"because\":\"x\"}").status())
                .isEqualTo(400);
        assertThat(service.post("/sites/a.example/pause", "[]").status()).isEqualTo(422);
    }

    private static String hosts(Answer answer) {
        List<?> items = (List<?>) Objects.requireNonNull(answer.json().get("items"));
        return items.stream()
                .map(item -> ((Map<?, ?>) item).get("host"))
                .toList()
                .toString();
    }
}
