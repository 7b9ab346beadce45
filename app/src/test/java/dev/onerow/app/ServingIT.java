package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@OnBothDatabases(migrated = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingIT {
    private final TestDatabase database;
    private final OnerowProcess onerow;

    ServingIT(TestDatabase database) {
        this.database = database;
        onerow = OnerowProcess.serve(database.url(), Map.of());
    }

    @AfterAll
    void ends() {
        onerow.close();
    }

    @Test
    void startsOnAnEmptyDatabaseSaysSoInOneLineAndStopsCleanly() throws Exception {
        try (TestDatabase empty = database.another(false);
                OnerowProcess other = OnerowProcess.serve(empty.url(), Map.of())) {
            assertThat(other.output().lines()).hasSize(1);
            assertThat(other.output())
                    .contains("Onerow ", empty.kind().name(), "tables proved, listening on http://127.0.0.1:");

            assertThat(other.stop()).isIn(0, 143);
            assertThat(other.output()).contains("Stopping").doesNotContain("Exception");
        }
    }

    @Test
    void tellsItsHealthAndItsMeasures() throws Exception {
        assertThat(onerow.get("/health").body()).contains("\"status\":\"UP\"");
        assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(200);
        assertThat(onerow.get("/prometheus").body()).contains("hikaricp_connections{pool=\"onerow\"}");
    }

    @Test
    void answersWhatIsNotThereWithAProblem() throws Exception {
        var answer = onerow.get("/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"", "\"instance\":\"/v1/nothing\"");
    }

    @Test
    void showsItsDescriptionFromTheJarAlone() throws Exception {
        var answer = onerow.get("/openapi.yml");
        var page = onerow.get("/swagger-ui");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/yaml");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("openapi.yml").doesNotContain("https://", "//unpkg", "//cdn");
        assertThat(onerow.get("/swagger-ui/res/swagger-ui-bundle.js").statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsAKeyThatIsSentTwiceInOneRow() throws Exception {
        String path = "/v1/quality/pattern-scores/2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
        String body = "{\"quality_score\":0.83,\"confidence\":0.9,\"measurement_timestamp\":\"2026-11-20T08:30:00Z\"}";
        var first = onerow.send("PUT", path, body);
        var second = onerow.send("PUT", path, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.body()).contains("\"outcome\":\"inserted\"");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).contains("\"outcome\":\"unchanged\"", "\"row_version\":1");
        assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
    }
}
