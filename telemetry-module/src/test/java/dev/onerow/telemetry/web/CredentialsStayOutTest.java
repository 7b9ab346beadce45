package dev.onerow.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CredentialsStayOutTest {
    private static final String SECRET = "h7nt3r2";
    private static final List<String> TABLES = List.of(
            "extraction_telemetry_v2",
            "extraction_method_attempts",
            "content_type_detection_telemetry",
            "http_error_summary",
            "sites");

    /** A secret wherever a report can have an address, in as many spellings as there are places. */
    private static final String REPORT = """
            {"article_id":"a","url":"https://me:SECRET@h.example/s;jsessionid=SECRET?Api_Key=SECRET&id=1#access_token=SECRET",
             "host":"me:SECRET@h.example","start_time":"2026-11-20T08:00:00Z","http_status_code":500,
             "proxy_url":"http://me:SECRET@proxy.example:3128","proxy_error":"407 of http://me:SECRET@proxy.example:3128",
             "error_message":"GET https://me:SECRET@h.example/?token=SECRET failed",
             "method_attempts":[{"method":"soup","success":false,"error":"no https://h.example/?signature=SECRET"}],
             "alternative_extractions":{"soup":{"title":{"alternative_value":"see https://h.example/?session=SECRET",
                                                         "current_value":"see https://me:SECRET@h.example/"}}},
             "content_type_detection":{"url":"https://h.example/?password=SECRET","host":"me:SECRET@h.example",
                "reason":"by https://h.example/?auth=SECRET","evidence":{"seen":["https://me:SECRET@h.example/"]}}}""".replace("SECRET", SECRET);

    private final TestDatabase database;
    private final Service service;
    private final PrintStream standardOutput = System.out;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    CredentialsStayOutTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void listen() {
        Service.empty(database);
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(standardOutput);
        service.close();
    }

    @Test
    void ofTheDatabaseTheLogAndTheAnswersWhenAReportIsTaken() {
        List<Answer> answers = new ArrayList<>();
        answers.add(service.put("/extractions/op-1", REPORT));
        answers.add(service.postLines(
                "/extractions/bulk",
                REPORT.replace("\n", "").replace("{\"article_id\"", "{\"operation_id\":\"op-2\",\"article_id\"")));
        answers.add(service.post("/sites/h.example/pause", "{\"reason\":\"https://me:" + SECRET + "@h.example/\"}"));
        answers.add(service.get("/extractions/op-1"));
        answers.add(service.get("/extractions"));
        answers.add(service.get("/content-type-detections?until=2026-11-21T00:00:00Z"));
        answers.add(service.get("/sites/paused"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isLessThan(300));
        assertThat(database.count("extraction_telemetry_v2")).isEqualTo(2);
        assertNowhere(answers);
    }

    @Test
    void ofTheLogAndTheAnswersWhenAReportIsRefused() {
        List<Answer> answers = new ArrayList<>();
        answers.add(service.put("/extractions/op-1", REPORT.replace("https://me", "ftp://me")));
        answers.add(service.put("/extractions/op-1", REPORT.replace("@h.example", "@h example")));
        answers.add(
                service.put("/extractions/op-1", REPORT.replace("\"http_status_code\":500", "\"http_status_code\":1")));
        answers.add(service.put("/extractions/op-1", REPORT.replace("\"soup\"", "\"soup\",\"x\":1")));
        answers.add(service.put("/extractions/op-1", REPORT.substring(0, 200)));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isBetween(400, 422));
        assertNowhere(answers);
    }

    @Test
    void ofTheLogAndTheAnswerWhenTheDatabaseFails() {
        database.sql("ALTER TABLE extraction_telemetry_v2 RENAME COLUMN url TO address");
        Answer failed;
        try {
            failed = service.put("/extractions/op-1", REPORT);
        } finally {
            database.sql("ALTER TABLE extraction_telemetry_v2 RENAME COLUMN address TO url");
        }

        assertThat(failed.status()).isEqualTo(503);
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("The store is unavailable", "extraction_telemetry_v2");
        assertNowhere(List.of(failed));
    }

    private void assertNowhere(List<Answer> answers) {
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).doesNotContain(SECRET));
        for (String table : TABLES) {
            assertThat(database.query("SELECT * FROM " + table).toString()).doesNotContain(SECRET);
        }
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
    }
}
