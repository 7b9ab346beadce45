package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class AuditOverHttpTest {
    private static final String REPORT = "{\"article_id\":\"a\",\"url\":\"https://h.example/\","
            + "\"start_time\":\"2026-11-20T08:00:00Z\",\"http_status_code\":404}";

    private final TestDatabase database;
    private final Service service;

    AuditOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void recordTwo() {
        Service.empty(database);
        service.put("/extractions/op-1", REPORT);
        service.put("/extractions/op-2", REPORT);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void findsNothingWhileNobodyTouchesTheCounters() {
        Answer audit = service.get("/audit");

        assertThat(audit.json().get("checked")).isEqualTo(1L);
        assertThat(audit.json().get("facts")).isEqualTo(2L);
        assertThat(audit.body()).contains("\"differences\":[]");
        assertThat(audit.json().get("digest_actual")).isEqualTo(audit.json().get("digest_expected"));
        assertThat(service.send("POST", "/rebuild", null).body())
                .isEqualTo("{\"checked\":1,\"inserted\":0,\"updated\":0,\"unchanged\":1,\"deleted\":0}");
    }

    @Test
    void findsDamageAndRepairsIt() {
        database.sql("UPDATE http_error_summary SET count = 9");

        Answer damaged = service.get("/audit");
        Answer rebuilt = service.send("POST", "/rebuild", null);

        assertThat(damaged.body())
                .contains("\"differences\":[{\"host\":\"h.example\",\"status_code\":404,\"expected\":{\"count\":2,"
                        + "\"first_seen\":\"2026-11-20T08:00:00Z\",\"last_seen\":\"2026-11-20T08:00:00Z\"},"
                        + "\"actual\":{\"count\":9,");
        assertThat(damaged.json().get("digest_actual"))
                .isNotEqualTo(damaged.json().get("digest_expected"));
        assertThat(rebuilt.body())
                .isEqualTo("{\"checked\":1,\"inserted\":0,\"updated\":1,\"unchanged\":0,\"deleted\":0}");
        assertThat(service.get("/audit").body()).contains("\"differences\":[]");
    }
}
