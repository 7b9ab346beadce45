package dev.onerow.quality.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ListingScoresOverHttpTest {
    private static final String ID = "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f";

    private final TestDatabase database;
    private final Service service;

    ListingScoresOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM pattern_quality_metrics");
        database.sql("DELETE FROM pattern_quality_history");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void filtersByEachBoundAndByAllTogether() {
        put('a', 0.95, 0.9, "1.0.0", "08:00");
        put('b', 0.7, 0.5, "2.0.0", "09:00");
        put('c', 0.5, 0.9, "1.0.0", "10:00");
        put('d', 0.2, 0.1, "1.0.0", "11:00");

        assertThat(list("")).isEqualTo("abcd");
        assertThat(list("?sort=score")).isEqualTo("abcd");
        assertThat(list("?sort=measured")).isEqualTo("dcba");
        assertThat(list("?min_score=0.7")).isEqualTo("ab");
        assertThat(list("?max_score=0.5")).isEqualTo("cd");
        assertThat(list("?min_confidence=0.9")).isEqualTo("ac");
        assertThat(list("?tier=excellent")).isEqualTo("a");
        assertThat(list("?tier=good")).isEqualTo("b");
        assertThat(list("?tier=fair")).isEqualTo("c");
        assertThat(list("?tier=poor")).isEqualTo("d");
        assertThat(list("?version=2.0.0")).isEqualTo("b");
        assertThat(list("?version=3")).isEmpty();
        assertThat(list("?min_score=0.5&max_score=0.7&min_confidence=0.6&tier=fair&version=1.0.0&sort=measured"))
                .isEqualTo("c");
    }

    @Test
    void refusesAFilterThatIsNone() {
        for (String filter : List.of(
                "min_score=1.1",
                "max_score=x",
                "min_confidence=-1",
                "tier=great",
                "sort=name",
                "limit=0",
                "limit=501",
                "cursor=nonsense")) {
            Answer answer = service.get("/pattern-scores?" + filter);

            assertThat(answer.status()).as(filter).isEqualTo(422);
            assertThat(answer.places()).isEqualTo(List.of(filter.replaceFirst("=.*", "")));
        }
        assertThat(service.get("/pattern-scores?min_scor=1").status()).isEqualTo(400);
        assertThat(service.get("/distribution?buckets=0").places()).isEqualTo(List.of("buckets"));
        assertThat(service.get("/distribution?tier=good").status()).isEqualTo(400);
    }

    @Test
    void pagesThroughAHistoryNewestFirst() {
        for (int i = 0; i < 5; i++) {
            put('a', 0.5, 0.5, "1.0.0", "0" + i + ":00");
        }
        String history = "/pattern-scores/" + ID + "a/history?limit=2";

        Answer first = service.get(history);
        Answer second = service.get(history + "&cursor=" + first.json().get("next"));
        Answer third = service.get(history + "&cursor=" + second.json().get("next"));

        assertThat(first.body())
                .contains("\"pattern_id\":\"" + ID + "a\"", "\"measurement_timestamp\":\"2026-11-20T04:00:00Z\"")
                .contains("\"quality_score\":0.5,\"confidence\":0.5", "\"row_version\":1", "\"input_hash\":null");
        assertThat(second.body()).contains("T02:00:00Z", "T01:00:00Z");
        assertThat(third.body()).contains("T00:00:00Z").endsWith("\"next\":null}");
    }

    @Test
    void endsAPageEarlyWhereScoresAreLarge() {
        String notes = "x".repeat(1_500_000);
        for (int i = 0; i < 4; i++) {
            String body = "{\"quality_score\":0.5,\"confidence\":1,\"measurement_timestamp\":\"2026-11-20T0" + i
                    + ":00:00Z\",\"metadata\":{\"notes\":\"" + notes + "\"}}";
            assertThat(service.put("/pattern-scores/" + ID + i, body).status()).isEqualTo(201);
            assertThat(service.put("/pattern-scores/" + ID + "a", body).status())
                    .isIn(200, 201);
        }

        for (String list : List.of("?limit=500", "?limit=500&sort=measured", "/" + ID + "a/history?limit=500")) {
            String path = "/pattern-scores" + list;

            Answer first = service.get(path);
            Answer second = service.get(path + "&cursor=" + first.json().get("next"));

            assertThat(first.list("items")).as(list).hasSize(2);
            assertThat(second.list("items")).as(list).hasSize(2);
        }
    }

    @Test
    void replacesWhatASecondWriteLeavesOut() {
        service.put(
                "/pattern-scores/" + ID + "a",
                "{\"quality_score\":1,\"confidence\":1,\"version\":\"2.0.0\",\"metadata\":{\"completeness_score\":1,\"by\":\"a\"}}");

        Answer replaced = service.put("/pattern-scores/" + ID + "a", "{\"quality_score\":0.5,\"confidence\":0}");

        assertThat(replaced.body())
                .contains("\"quality_score\":0.5,\"confidence\":0.0", "\"version\":\"1.0.0\",\"metadata\":{},")
                .contains("\"completeness_score\":null", "\"row_version\":2", "\"outcome\":\"updated\"");
    }

    @Test
    void spreadsScoresOverTenBucketsUnlessToldOtherwise() {
        put('a', 1.0, 0.9, "1.0.0", "08:00");
        put('b', 0.2, 0.9, "1.0.0", "08:00");

        Answer usual = service.get("/distribution");

        assertThat((List<?>) usual.json().get("buckets")).hasSize(10);
        assertThat(usual.body())
                .startsWith("{\"buckets\":[{\"from\":0.0,\"to\":0.1,\"count\":0},{\"from\":0.1,\"to\":0.2,\"count\":0},"
                        + "{\"from\":0.2,\"to\":0.3,\"count\":1}")
                .contains("{\"from\":0.9,\"to\":1.0,\"count\":1}]");
        assertThat((List<?>) service.get("/distribution?buckets=1").json().get("buckets"))
                .hasSize(1);
        assertThat((List<?>) service.get("/distribution?buckets=100").json().get("buckets"))
                .hasSize(100);
    }

    private void put(char pattern, double score, double confidence, String version, String time) {
        Answer answer = service.put(
                "/pattern-scores/" + ID + pattern,
                "{\"quality_score\":" + score + ",\"confidence\":" + confidence + ",\"version\":\"" + version
                        + "\",\"measurement_timestamp\":\"2026-11-20T" + time + ":00Z\"}");
        assertThat(answer.status()).isBetween(200, 201);
    }

    /** The last digits of the patterns that are listed. */
    private String list(String query) {
        Answer answer = service.get("/pattern-scores" + query);
        List<?> items = (List<?>) Objects.requireNonNull(answer.json().get("items"), answer.body());
        List<String> digits = new ArrayList<>();
        for (Object item : items) {
            String id = String.valueOf(((Map<?, ?>) item).get("pattern_id"));
            digits.add(id.substring(id.length() - 1));
        }
        return String.join("", digits);
    }
}
