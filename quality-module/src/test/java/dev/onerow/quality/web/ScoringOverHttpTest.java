package dev.onerow.quality.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ScoringOverHttpTest {
    private static final String ID = "2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
    private static final String GOOD =
            "{\"pattern_name\":\"SumReducer\",\"code\":\"import x\\n# sums\\nfor a in b: c\",\"node_type\":\"reducer\","
                    + "\"confidence\":0.8}";

    private final TestDatabase database;
    private final Service service;

    ScoringOverHttpTest(TestDatabase database) {
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
    void scoresAPatternWithTheSignalsAndStoresNothing() {
        Answer answer = service.post("/scores", GOOD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("tier")).isEqualTo("fair");
        assertThat(answer.body())
                .startsWith("{\"dimensions\":{\"completeness\":1.0,\"documentation\":0.25,\"onex_compliance\":0.85,"
                        + "\"metadata_richness\":0.0,\"complexity\":0.4},\"quality_score\":0.57")
                .contains("\"signals\":{\"completeness\":{\"code_present\":true,\"stub_words\":[],"
                        + "\"logic_words\":[\"for \"],\"imports\":true,\"lines\":3}")
                .contains("\"measured\":\"low\"");
        assertThat(service.post("/scores", GOOD).body()).isEqualTo(answer.body());
        assertThat(database.count("pattern_quality_metrics")).isZero();
    }

    @Test
    void refusesWhatIsNoPattern() {
        Answer list = service.post("/scores", "[\"def f(): return 1\"]");

        assertThat(list.status()).isEqualTo(422);
        assertThat(list.problem()).isEqualTo("/problems/invalid-body");
        assertThat(list.body())
                .contains(
                        "\"errors\":[{\"pointer\":\"\",\"code\":\"wrong-type\",\"detail\":\"A pattern is an object.\"}]");
        assertThat(service.post("/scores", "{\"metadata\":[]}").places()).isEqualTo(List.of("/metadata"));
        assertThat(service.post("/scores", "{\"codes\":\"\"}").status()).isEqualTo(400);
        assertThat(service.post("/scores", "{\"pattern_id\":\"x\"}").problem())
                .isEqualTo("/problems/invalid-pattern-id");
        assertThat(service.post("/scores", "{\"code\":").status()).isEqualTo(400);
    }

    @Test
    void scoresAndStoresAndChangesNothingTheSecondTime() {
        Answer inserted = service.put("/patterns/" + ID + "/score", GOOD);
        Answer again = service.put("/patterns/" + ID + "/score", GOOD);
        Answer other = service.put("/patterns/" + ID + "/score", GOOD.replace("0.8", "0.9"));

        assertThat(inserted.status()).isEqualTo(201);
        assertThat(inserted.header("Location")).isEqualTo("/v1/quality/pattern-scores/" + ID);
        assertThat(inserted.json().get("outcome")).isEqualTo("inserted");
        assertThat(inserted.json().get("pattern_name")).isEqualTo("SumReducer");
        assertThat(inserted.json().get("signals")).isInstanceOf(Map.class);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(other.json().get("outcome")).isEqualTo("updated");
        assertThat(database.count("pattern_quality_history")).isEqualTo(2);
    }

    @Test
    void refusesAnotherIdThanThatOfThePath() {
        Answer answer =
                service.put("/patterns/" + ID + "/score", "{\"pattern_id\":\"e0b9c9d2-6a1f-4e55-9b0a-0c8f2f7d4a61\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places()).isEqualTo(List.of("/pattern_id"));
    }

    @Test
    void filtersAManifestAndRecordsTheScores() {
        String manifest = "{\"patterns\":[{\"name\":\"Poor\"}," + GOOD + ",{\"name\":\"Odd\",\"metadata\":7},{},\"x\"],"
                + "\"min_quality\":0.5}";

        Answer answer = service.post("/manifest", manifest);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"patterns\":[" + GOOD + ",{\"name\":\"Odd\",\"metadata\":7},\"x\"]");
        assertThat(answer.json().get("total")).isEqualTo(5L);
        assertThat(answer.json().get("passed")).isEqualTo(3L);
        assertThat(answer.json().get("filtered")).isEqualTo(2L);
        assertThat((List<?>) answer.json().get("scores")).hasSize(3);
        assertThat(answer.body())
                .contains("\"unscorable\":[{\"index\":2,\"pattern_name\":\"Odd\",\"problem\":{")
                .contains("\"pointer\":\"/patterns/2/metadata\"")
                .contains("\"recorded\":{\"received\":5,\"inserted\":2,\"updated\":0,\"unchanged\":0,\"stale\":0,"
                        + "\"folded\":0,\"rejected\":3}");
        assertThat(service.post("/manifest", manifest).body()).contains("\"unchanged\":2");
    }

    @Test
    void defect7FiltersPatternsWithTheKeysOfManifests() {
        String aliases = "{\"name\":\"SumReducer\",\"content\":\"import x\\n# sums\\nfor a in b: c\","
                + "\"node_types\":[\"reducer\"],\"pattern_confidence\":0.8}";

        Answer answer = service.post("/manifest", "{\"patterns\":[" + aliases + "],\"record\":false}");

        assertThat(answer.json().get("passed")).isEqualTo(1L);
        assertThat(answer.body()).endsWith("\"recorded\":null}");
        assertThat(database.count("pattern_quality_metrics")).isZero();
    }

    @Test
    void countsTheLaterOfTwoElementsOfOneId() {
        String twice = "{\"patterns\":[{\"pattern_id\":\"" + ID + "\",\"code\":\"x\"},{\"pattern_id\":\"" + ID
                + "\",\"code\":\"y\"}],\"min_quality\":0}";

        Answer answer = service.post("/manifest", twice);

        assertThat(answer.body()).contains("\"inserted\":1").contains("\"folded\":1");
        Object hash = service.get("/pattern-scores/" + ID).json().get("input_hash");
        assertThat(hash)
                .isEqualTo(service.post("/scores", "{\"code\":\"y\"}").json().get("input_hash"));
    }

    @Test
    void writesNothingWhenAManifestWithTwoElementsOfOneIdComesAgain() {
        String twice =
                "{\"patterns\":[{\"pattern_id\":\"" + ID + "\",\"code\":\"x\"},{\"name\":\"A\"},{\"pattern_id\":\"" + ID
                        + "\",\"code\":\"y\"},{\"name\":\"A\",\"code\":\"z\"}],\"min_quality\":0}";
        service.post("/manifest", twice);
        String before = service.get("/pattern-scores").body();

        Answer again = service.post("/manifest", twice);

        assertThat(again.body())
                .contains("\"recorded\":{\"received\":4,\"inserted\":0,\"updated\":0,\"unchanged\":2,\"stale\":0,"
                        + "\"folded\":2,\"rejected\":0}");
        assertThat(service.get("/pattern-scores").body()).isEqualTo(before);
        assertThat(database.count("pattern_quality_history")).isEqualTo(2);
    }

    @Test
    void updatesInALaterChunkWhatAnEarlierOneInserted() {
        String manifest = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "{\"pattern_id\":\"" + ID + "\",\"code\":\"" + i + "\"}")
                .collect(Collectors.joining(",", "{\"patterns\":[", "],\"min_quality\":1}"));

        Answer answer = service.post("/manifest", manifest);

        assertThat(answer.json().get("filtered")).isEqualTo(1_001L);
        assertThat(answer.body())
                .contains("\"recorded\":{\"received\":1001,\"inserted\":1,\"updated\":1,\"unchanged\":0,\"stale\":0,"
                        + "\"folded\":999,\"rejected\":0}");
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
        assertThat(database.count("pattern_quality_history")).isEqualTo(2);
    }

    @Test
    void keepsFromOneHalfOnUnlessToldOtherwise() {
        String poor = "{\"pattern_name\":\"Poor\",\"text\":\"x\"}";

        Answer usual = service.post("/manifest", "{\"patterns\":[" + poor + "," + GOOD + "]}");
        Answer every = service.post("/manifest", "{\"patterns\":[" + poor + "," + GOOD + "],\"min_quality\":0}");

        assertThat(usual.body())
                .startsWith("{\"patterns\":[" + GOOD + "],\"min_quality\":0.5,\"total\":2,\"passed\":1,\"filtered\":1,"
                        + "\"unscorable\":[],\"scores\":[{\"index\":0,\"quality_score\":")
                .contains("\"tier\":\"poor\"},{\"index\":1,\"quality_score\":", "\"tier\":\"fair\"}]");
        assertThat(every.body()).startsWith("{\"patterns\":[" + poor + "," + GOOD + "],\"min_quality\":0.0");
    }

    @Test
    void keepsOneRowOfEachPatternWhenManyScoreAtOnce() {
        List<CompletableFuture<Answer>> writes = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                        ? service.put("/patterns/" + ID + "/score", "{\"code\":\"" + i + "\"}")
                        : service.post(
                                "/manifest",
                                "{\"patterns\":[{\"name\":\"A\",\"code\":\"" + i + "\"},{\"pattern_id\":\"" + ID
                                        + "\",\"code\":\"" + i + "\"}]}")))
                .toList();

        assertThat(writes).allSatisfy(write -> {
            assertThat(write.join().status()).isBetween(200, 201);
            assertThat(write.join().body()).doesNotContain("\"problem\"");
        });
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(2);
        assertThat(database.count("pattern_quality_history")).isEqualTo(18);
    }

    @Test
    void refusesAManifestThatIsNone() {
        assertThat(service.post("/manifest", "{\"patterns\":[],\"min_quality\":1.5}")
                        .places())
                .isEqualTo(List.of("/min_quality"));
        assertThat(service.post("/manifest", "{}").places()).isEqualTo(List.of("/patterns"));
        Answer typo = service.post("/manifest", "{\"patterns\":[{\"nam\":\"x\"}]}");
        assertThat(typo.status()).isEqualTo(400);
        assertThat(typo.places()).isEqualTo(List.of("/patterns/0/nam"));
        assertThat(service.post("/manifest", "{\"patterns\":[{\"pattern_id\":\"x\"}]}")
                        .problem())
                .isEqualTo("/problems/invalid-pattern-id");
    }

    @Test
    void defect9FiltersWhenNothingCanBeStoredAndSaysSo() {
        database.sql("ALTER TABLE pattern_quality_history RENAME TO away");
        try {
            Answer answer = service.post("/manifest", "{\"patterns\":[" + GOOD + "]}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().get("passed")).isEqualTo(1L);
            Map<?, ?> recorded =
                    (Map<?, ?>) Objects.requireNonNull(answer.json().get("recorded"));
            assertThat(recorded.get("problem")).isInstanceOf(Map.class);
        } finally {
            database.sql("ALTER TABLE away RENAME TO pattern_quality_history");
        }
    }
}
