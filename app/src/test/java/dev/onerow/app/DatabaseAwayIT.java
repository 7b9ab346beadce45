package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.Relay;
import dev.onerow.persistence.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The packaged jar loses its database, says so before a client gives up, and goes on when it is back. */
@OnDatabase(DatabaseKind.POSTGRESQL)
class DatabaseAwayIT {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String SCORE = "/v1/quality/pattern-scores/2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
    private static final String BODY =
            "{\"quality_score\":0.83,\"confidence\":0.9,\"measurement_timestamp\":\"2026-11-20T08:30:00Z\"}";

    private final TestDatabase database;

    DatabaseAwayIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void isAnsweredWith503InTimeOnReadsWritesAndReadiness() throws Exception {
        try (Relay relay = new Relay(database.url());
                OnerowProcess onerow = OnerowProcess.serve(relay.url(), Map.of())) {
            assertThat(onerow.send("PUT", SCORE, BODY).statusCode()).isEqualTo(201);

            relay.cut();

            assertAway(() -> onerow.send("PUT", SCORE, BODY));
            assertAway(() -> onerow.get(SCORE));
            assertThat(inTime(() -> onerow.get("/health/readiness")).statusCode())
                    .isEqualTo(503);
            assertThat(inTime(() -> onerow.get("/health/liveness")).statusCode())
                    .isEqualTo(200);

            relay.mend();

            // The pool looks for the database again now and then, so the first answers may still be that it is away.
            Instant deadline = Instant.now().plus(PATIENCE);
            HttpResponse<String> answer = inTime(() -> onerow.send("PUT", SCORE, BODY));
            while (answer.statusCode() == 503 && Instant.now().isBefore(deadline)) {
                answer = inTime(() -> onerow.send("PUT", SCORE, BODY));
            }
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    private interface Call {
        HttpResponse<String> send() throws Exception;
    }

    private static void assertAway(Call call) throws Exception {
        HttpResponse<String> answer = inTime(call);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("/problems/store-unavailable");
    }

    private static HttpResponse<String> inTime(Call call) throws Exception {
        long begin = System.nanoTime();
        HttpResponse<String> answer = call.send();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
        return answer;
    }
}
