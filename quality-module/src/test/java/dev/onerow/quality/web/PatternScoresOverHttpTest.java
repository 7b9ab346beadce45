package dev.onerow.quality.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PatternScoresOverHttpTest {
    private static final String ID = "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
    private static final String OTHER = "e0b9c9d2-6a1f-4e55-9b0a-0c8f2f7d4a61";
    private static final String PATH = "/pattern-scores/" + ID;

    private final TestDatabase database;
    private final Service service;

    PatternScoresOverHttpTest(TestDatabase database) {
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
    void storesAScoreUnderAnySpellingOfItsId() {
        Answer answer = service.put(
                "/pattern-scores/2D6F7A1E-93C4-4C0B-8A57-51E0C7B9D3F8",
                "{\"quality_score\":0.83,\"confidence\":0.9,\"measurement_timestamp\":\"2026-11-20T10:30:00+02:00\","
                        + "\"metadata\":{\"completeness_score\":1,\"by\":\"nightly\"}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/quality/pattern-scores/" + ID);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body())
                .contains("\"pattern_id\":\"" + ID + "\",\"quality_score\":0.83,\"confidence\":0.9,"
                        + "\"measurement_timestamp\":\"2026-11-20T08:30:00Z\",\"version\":\"1.0.0\","
                        + "\"metadata\":{\"by\":\"nightly\",\"completeness_score\":1},\"completeness_score\":1.0,"
                        + "\"documentation_score\":null")
                .contains("\"input_hash\":null,\"pattern_name\":null,\"source_collection\":null,\"row_version\":1")
                .endsWith("\"outcome\":\"inserted\"}");
    }

    @Test
    void tellsWhatBecameOfEachWrite() {
        assertThat(put("08:00", 0.5).json().get("outcome")).isEqualTo("inserted");
        assertThat(put("08:00", 0.5).json().get("outcome")).isEqualTo("unchanged");
        Answer updated = put("09:00", 0.6);
        Answer stale = put("07:00", 0.9);

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().get("outcome")).isEqualTo("updated");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.json().get("outcome")).isEqualTo("stale");
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        assertThat(items(service.get(PATH + "/history"), "measurement_timestamp"))
                .containsExactly("2026-11-20T09:00:00Z", "2026-11-20T08:00:00Z", "2026-11-20T07:00:00Z");
    }

    @Test
    void takesBackWhatItGave() {
        put("08:00", 0.5);

        Answer again = service.put(PATH, service.get(PATH).body());

        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
    }

    @Test
    void holdsRequestsToTheirConditions() {
        assertThat(put("08:00", 0.5, "If-Match", "\"1\"").status()).isEqualTo(412);
        put("08:00", 0.5);
        put("09:00", 0.5);

        assertThat(put("10:00", 0.5, "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(put("10:00", 0.5, "If-Match", "\"1\"").problem()).isEqualTo("/problems/precondition-failed");
        assertThat(service.get(PATH, "If-None-Match", "\"2\"").status()).isEqualTo(304);
        assertThat(service.delete(PATH, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(put("10:00", 0.5, "If-Match", "\"2\"").status()).isEqualTo(200);
    }

    @Test
    void defect15LetsIfMatchCorrectATimeInTheFuture() {
        service.put(PATH, score("2999-01-01T00:00:00Z", 0.5));

        assertThat(put("08:00", 0.6).json().get("outcome")).isEqualTo("stale");
        assertThat(put("08:00", 0.6, "If-Match", "\"1\"").json().get("outcome")).isEqualTo("updated");
    }

    @Test
    void refusesWhatIsNoId() {
        Answer answer = service.put("/pattern-scores/1-1-1-1-1", score("2026-11-20T08:00:00Z", 0.5));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("/problems/invalid-pattern-id");
        assertThat(answer.places()).isEqualTo(List.of("pattern_id"));
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void refusesWhatIsNoMeasurement() {
        assertThat(service.put(PATH, "{\"quality_score\":1.1,\"confidence\":\"x\"}")
                        .places())
                .isEqualTo(List.of("/quality_score", "/confidence"));
        assertThat(service.put(PATH, "{\"quality_score\":1,\"confidence\":1,\"metadata\":{\"complexity_score\":2}}")
                        .places())
                .isEqualTo(List.of("/metadata/complexity_score"));
        assertThat(service.put(PATH, "{\"quality_score\":1,\"confidence\":1,\"typo\":2}")
                        .status())
                .isEqualTo(400);
        assertThat(service.put(PATH, "{\"quality_score\":1,\"confidence\":1,\"pattern_id\":\"" + OTHER + "\"}")
                        .places())
                .isEqualTo(List.of("/pattern_id"));
        assertThat(service.put(PATH, "{").status()).isEqualTo(400);
        assertThat(database.count("pattern_quality_metrics")).isZero();
    }

    @Test
    void removesAScoreOnce() {
        put("08:00", 0.5);

        assertThat(service.delete(PATH).status()).isEqualTo(204);
        assertThat(service.delete(PATH).problem()).isEqualTo("/problems/unknown-pattern-score");
        assertThat(service.get(PATH).status()).isEqualTo(404);
        assertThat(service.get(PATH + "/history").status()).isEqualTo(404);
    }

    @Test
    void accountsForEveryLineOfABulkRequest() {
        service.put(PATH, score("2026-11-20T08:30:00Z", 0.83));

        Answer answer = service.postLines(
                "/pattern-scores/bulk",
                String.join(
                        "\n",
                        line(ID, "2026-11-20T07:00:00Z", 0.9),
                        line(OTHER, "2026-11-20T07:00:00Z", 0.41),
                        line(OTHER, "2026-11-20T08:00:00Z", 0.62),
                        line("nonsense", "2026-11-20T08:00:00Z", 0.62),
                        "{"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.lines().stream().limit(5).<Object>map(line -> line.get("outcome")))
                .containsExactly("stale", "folded", "inserted", "rejected", "rejected");
        assertThat(answer.lines().get(2).get("key")).isEqualTo(Map.of("pattern_id", OTHER));
        assertThat(answer.body())
                .contains("/problems/invalid-pattern-id")
                .endsWith("{\"receipt\":{\"received\":5,\"inserted\":1,\"updated\":0,\"unchanged\":0,\"stale\":1,"
                        + "\"folded\":1,\"rejected\":2}}\n");
        assertThat(database.count("pattern_quality_history")).isEqualTo(4);
    }

    @Test
    void rejectsALineThatTheDatabaseRefusesAndStoresTheOthers() {
        database.sql("CREATE UNIQUE INDEX one_of_a_score ON pattern_quality_metrics (quality_score)");
        try {
            String lines = line(ID, "2026-11-20T07:00:00Z", 0.5) + "\n" + line(OTHER, "2026-11-20T07:00:00Z", 0.5);

            Answer answer = service.postLines("/pattern-scores/bulk", lines);

            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.body()).contains("\"inserted\":1", "\"rejected\":1", "\"code\":\"not-storable\"");
            assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
            assertThat(database.count("pattern_quality_history")).isEqualTo(1);
        } finally {
            database.sql("DROP INDEX one_of_a_score");
        }
    }

    @Test
    void writesAllOrNothingWhenAsked() {
        Answer answer = service.postLines(
                "/pattern-scores/bulk?atomic=true", line(ID, "2026-11-20T07:00:00Z", 0.9) + "\n{\"pattern_id\":1}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(database.count("pattern_quality_metrics")).isZero();
    }

    @Test
    void defect13ReportsALineOnlyWhenItIsStored() {
        String lines = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        line("2d6f7a1e-93c4-4c0b-8a57-" + String.format("%012x", i % 900), "2026-11-20T07:00:00Z", 0.5))
                .reduce("", (all, line) -> all + line + "\n");

        Answer answer = service.postLines("/pattern-scores/bulk", lines);

        long inserted = answer.lines().stream()
                .filter(line -> "inserted".equals(line.get("outcome")))
                .count();
        assertThat(inserted)
                .isEqualTo(database.count("pattern_quality_metrics"))
                .isEqualTo(900);
    }

    @Test
    void pagesWithoutGapsAndKeepsCursorsToTheirFilters() {
        for (int i = 0; i < 7; i++) {
            service.put("/pattern-scores/2d6f7a1e-93c4-4c0b-8a57-00000000000" + i, score("2026-11-20T08:00:00Z", 0.5));
        }

        List<Object> seen = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Answer page =
                    service.get("/pattern-scores?limit=3&min_score=0.5" + (next.equals("") ? "" : "&cursor=" + next));
            seen.addAll(items(page, "pattern_id"));
            next = page.json().get("next");
        }
        Object cursor = service.get("/pattern-scores?limit=3").json().get("next");

        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(service.get("/pattern-scores?tier=fair&cursor=" + cursor).status())
                .isEqualTo(422);
        assertThat(service.get("/pattern-scores?limit=501").places()).isEqualTo(List.of("limit"));
        assertThat(service.get("/pattern-scores?tier=great").places()).isEqualTo(List.of("tier"));
        assertThat(service.get("/pattern-scores?unknown=1").status()).isEqualTo(400);
        assertThat(items(service.get("/pattern-scores?sort=measured&limit=500"), "pattern_id"))
                .hasSize(7);
        assertThat(items(service.get("/pattern-scores?max_score=0.4"), "pattern_id"))
                .isEmpty();
    }

    @Test
    void showsHowScoresAreSpread() {
        put("08:00", 0.95);

        assertThat(service.get("/distribution?buckets=2").body())
                .startsWith(
                        "{\"buckets\":[{\"from\":0.0,\"to\":0.5,\"count\":0},{\"from\":0.5,\"to\":1.0,\"count\":1}],"
                                + "\"tiers\":{\"excellent\":1,\"good\":0,\"fair\":0,\"poor\":0},"
                                + "\"averages\":{\"completeness\":{\"average\":null,\"count\":0}");
        assertThat(service.get("/distribution?buckets=101").places()).isEqualTo(List.of("buckets"));
    }

    @Test
    void answersTheSameAveragesHoweverTheRowsLie() {
        for (double complexity : new double[] {0.1, 0.2, 0.3}) {
            service.put(
                    "/pattern-scores/" + UUID.randomUUID(),
                    "{\"quality_score\":1,\"confidence\":1,\"metadata\":{\"complexity_score\":" + complexity + "}}");
        }

        assertThat(service.get("/distribution").body()).contains("\"complexity\":{\"average\":0.2,\"count\":3}");
    }

    @Test
    void namesEveryFaultOfAScoreAtOnce() {
        Answer answer = service.put(PATH, """
                {"quality_score":2,"confidence":"high","version":" ","measurement_timestamp":"yesterday",
                 "metadata":{"completeness_score":7,"complexity_score":"x","by":"nightly"}}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places())
                .isEqualTo(List.of(
                        "/quality_score",
                        "/confidence",
                        "/version",
                        "/measurement_timestamp",
                        "/metadata/completeness_score",
                        "/metadata/complexity_score"));
    }

    @Test
    void keepsOneRowWhenTenWriteAtOnce() {
        List<CompletableFuture<Answer>> writes = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> put("0" + i + ":00", i / 10.0)))
                .toList();

        assertThat(writes).allSatisfy(write -> assertThat(write.join().status()).isBetween(200, 201));
        assertThat(service.get(PATH).json().get("measurement_timestamp")).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
        assertThat(database.count("pattern_quality_history")).isEqualTo(10);
    }

    private Answer put(String time, double score, String... headers) {
        return service.put(PATH, score("2026-11-20T" + time + ":00Z", score), headers);
    }

    private static String score(String time, double score) {
        return "{\"quality_score\":" + score + ",\"confidence\":0.9,\"measurement_timestamp\":\"" + time + "\"}";
    }

    private static String line(String id, String time, double score) {
        return "{\"pattern_id\":\"" + id + "\"," + score(time, score).substring(1);
    }

    private static List<Object> items(Answer answer, String member) {
        List<?> items = (List<?>) Objects.requireNonNull(answer.json().get("items"), answer.body());
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(((Map<?, ?>) item).get(member)));
        return values;
    }
}
