package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.SQLITE)
class DoorIT {
    private static final String WRITING = "Bearer 0123456789abcdef-w";
    private static final String READING = "Bearer 0123456789abcdef-r";
    private static final Map<String, String> KEYS =
            Map.of("ONEROW_API_KEYS", "nightly:0123456789abcdef-w,board:0123456789abcdef-r:read");
    private static final String SCORE = "/v1/quality/pattern-scores/2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
    private static final String BODY = "{\"quality_score\":0.5,\"confidence\":0.5}";

    private final TestDatabase database;

    DoorIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void asksForAKeyEverywhereButAtTheHealth() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), KEYS)) {
            assertThat(onerow.get("/health").statusCode()).isEqualTo(200);
            for (String path : new String[] {SCORE, "/prometheus", "/openapi.yml", "/swagger-ui", "/v1/nothing"}) {
                var answer = onerow.get(path);

                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.body()).contains("\"type\":\"/problems/unauthorized\"");
            }
            assertThat(onerow.get("/openapi.yml", "Authorization", READING).statusCode())
                    .isEqualTo(200);
            assertThat(onerow.get("/openapi.yml", "Authorization", READING + "x")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void letsAReadOnlyKeyReadAndNotWrite() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), KEYS)) {
            var refused = onerow.send("PUT", SCORE, BODY, "Authorization", READING);
            var written = onerow.send("PUT", SCORE, BODY, "Authorization", WRITING);
            var read = onerow.get(SCORE, "Authorization", READING);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("\"type\":\"/problems/read-only-key\"");
            assertThat(written.statusCode()).isEqualTo(201);
            assertThat(read.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void doesNotStandOpenToOthersUnlessToldSo() throws Exception {
        OnerowProcess refused = OnerowProcess.run("serve", database.url(), Map.of("ONEROW_HOST", "0.0.0.0"));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
                .contains("ONEROW_API_KEYS=name:key", "ONEROW_ALLOW_ANONYMOUS=true")
                .doesNotContain("listening on", "\tat ");
    }
}
