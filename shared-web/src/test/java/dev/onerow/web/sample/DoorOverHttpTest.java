package dev.onerow.web.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.web.door.OpenDoor;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorOverHttpTest {
    private static final String WRITER = "Bearer writer-0123456789";
    private static final String READER = "Bearer reader-0123456789";

    private Service service = Service.shared();
    private Client client = service.client();

    @BeforeAll
    void lockTheDoor() {
        service = Service.start(Map.of(
                "onerow.api-keys", "crawler:writer-0123456789,board:reader-0123456789:read",
                "micronaut.server.host", "0.0.0.0"));
        client = service.client();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void asksForAKey() {
        for (String path : new String[] {"/v1/things", "/nothing", "/", "/health/more", "/prometheus"}) {
            Answer answer = client.get(path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("X-Request-Id")).isNotBlank();
            assertThat(answer.json().get("type")).isEqualTo("/problems/unauthorized");
        }
    }

    @Test
    void refusesWrongKeys() {
        for (String key :
                new String[] {"Bearer x", "Bearer ", "Bearer writer-01234567890", "Basic d3JpdGVy", "writer-0123456789"
                }) {
            assertThat(client.get("/v1/things", "Authorization", key).status()).isEqualTo(401);
        }
    }

    @Test
    void letsKeysIn() {
        assertThat(client.get("/v1/things", "Authorization", WRITER).status()).isEqualTo(200);
        assertThat(client.put("/v1/things/D", "{\"amount\":1}", "Authorization", "bearer writer-0123456789")
                        .status())
                .isEqualTo(201);
        assertThat(client.get("/v1/things", "Authorization", READER).status()).isEqualTo(200);
    }

    @Test
    void letsReadOnlyKeysReadAlone() {
        Answer put = client.put("/v1/things/R", "{\"amount\":1}", "Authorization", READER);
        Answer delete = client.send("DELETE", "/v1/things/R", null, "Authorization", READER);
        Answer bulk = client.send(
                "POST", "/v1/things/bulk", "{}", "Content-Type", "application/x-ndjson", "Authorization", READER);
        Answer measure = client.send(
                "POST",
                "/v1/things/measure",
                "{\"amount\":3}",
                "Content-Type",
                "application/json",
                "Authorization",
                READER);

        for (Answer refused : new Answer[] {put, delete, bulk}) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(refused.json().get("type")).isEqualTo("/problems/read-only-key");
        }
        assertThat(measure.status()).isEqualTo(200);
    }

    @Test
    void leavesTheHealthOfTheServiceOpen() {
        // Nothing answers there in this small service; what counts is that nobody asks for a key.
        for (String path : new String[] {"/health", "/health/liveness", "/health/readiness"}) {
            assertThat(client.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void doesNotStartUnlockedBeyondThisMachine() {
        assertThatThrownBy(() -> Service.start(Map.of("micronaut.server.host", "0.0.0.0")))
                .hasRootCauseInstanceOf(OpenDoor.class);
    }

    @Test
    void startsUnlockedWhenToldSo() {
        try (Service open =
                Service.start(Map.of("micronaut.server.host", "0.0.0.0", "onerow.allow-anonymous", "true"))) {
            assertThat(open.client().get("/v1/things").status()).isEqualTo(200);
        }
    }
}
