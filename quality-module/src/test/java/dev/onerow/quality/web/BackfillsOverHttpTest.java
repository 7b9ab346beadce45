package dev.onerow.quality.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.quality.application.RunBackfill;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.web.testing.Answer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class BackfillsOverHttpTest {
    private static final String ID = "6c1f4f0a-2a53-4f11-9a0e-2f6f6f0c7a11";
    private static final String ORDER = "{\"id\":\"" + ID + "\",\"source\":\"qdrant\"}";

    private final TestDatabase database;
    private final Service service;

    BackfillsOverHttpTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(
                database.with("onerow.quality.backfill.workers", 0).with("onerow.qdrant.url", "http://127.0.0.1:1"));
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM backfills");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void acceptsAnOrderAndAnswersTheSameJobAgain() {
        Answer first = service.post("/backfills", ORDER);
        Answer again = service.post("/backfills", ORDER);

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Location")).isEqualTo("/v1/quality/backfills/" + ID);
        assertThat(first.body())
                .contains("\"source\":\"qdrant\",\"state\":\"queued\",\"params\":{\"collections\":[\"archon_vectors\"],"
                        + "\"limit\":null,\"min_confidence\":0.0,\"batch_size\":100,\"dry_run\":false}")
                .contains("\"seen\":0,\"scored\":0,\"unchanged\":0,\"skipped\":0,\"failed\":0,\"problems\":[]");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    @Test
    void refusesAnOrderThatIsNone() {
        assertThat(service.post("/backfills", "{}").places()).isEqualTo(List.of("/source"));
        assertThat(service.post("/backfills", "{\"source\":\"file\"}").places()).isEqualTo(List.of("/source"));
        assertThat(service.post("/backfills", "{\"source\":\"qdrant\",\"limit\":-1,\"batch_size\":0}")
                        .places())
                .isEqualTo(List.of("/limit", "/batch_size"));
        assertThat(service.post("/backfills", "{\"source\":\"qdrant\",\"id\":\"x\"}")
                        .places())
                .isEqualTo(List.of("/id"));
        assertThat(service.post("/backfills", "{\"source\":\"qdrant\",\"delay\":1}")
                        .status())
                .isEqualTo(400);
        assertThat(service.get("/backfills/x").problem()).isEqualTo("/problems/invalid-backfill-id");
        assertThat(database.count("backfills")).isZero();
    }

    @Test
    void scoresAnUploadedFileAndSumsItUp() {
        Answer accepted = upload(
                "{\"id\":\"" + ID + "\",\"source\":\"file\"}",
                "{\"id\":1,\"payload\":{\"name\":\"A\"}}\n{\"id\":2,\"payload\":null}\nnonsense\n");

        runWhatWaits();
        Answer job = service.get("/backfills/" + ID);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(job.json().get("state")).isEqualTo("completed_with_failures");
        assertThat(job.body())
                .contains("\"seen\":3,\"scored\":2,\"unchanged\":0,\"skipped\":0,\"failed\":1")
                .contains("\"id\":\"line 3\",\"collection\":\"archon_vectors\",\"reason\":\"not-scorable: ")
                .contains("\"success_rate\":0.666")
                .contains("\"average_composite\":0.1")
                .contains("\"poor\":{\"count\":2,\"share\":1.0}")
                .contains("\"onex_compliance\":0.3");
        assertThat(service.get("/backfills/" + ID, "If-None-Match", String.valueOf(job.header("ETag")))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void refusesAnUploadWithoutItsParts() {
        assertThat(multipart(part("request", "{\"source\":\"file\"}")).places()).isEqualTo(List.of("/file"));
        assertThat(upload("{\"source\":\"qdrant\"}", "x").places()).isEqualTo(List.of("/source"));
    }

    @Test
    void refusesAWishForADryRunThatStandsBesideTheOrder() {
        Answer refused = multipart(part("request", "{\"source\":\"file\"}") + points("{}") + part("dry_run", "true"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.places()).isEqualTo(List.of("/dry_run"));
        assertThat(service.get("/backfills").json().get("items")).isEqualTo(List.of());
    }

    @Test
    void takesAnOrderThatComesAsAFileToo() {
        String order = "{\"source\":\"file\",\"dry_run\":true}";

        Answer accepted = multipart(file("request", "application/json", order) + points("{}"));
        Answer refused = multipart(file("request", "application/json", order.replace("true", "7")) + points("{}"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body()).contains("\"dry_run\":true");
        assertThat(refused.places()).isEqualTo(List.of("/dry_run"));
    }

    @Test
    void saysThatTheSourceIsUnavailable() {
        service.post("/backfills", ORDER);

        runWhatWaits();
        Answer job = service.get("/backfills/" + ID);

        assertThat(job.json().get("state")).isEqualTo("failed");
        assertThat(job.json().get("problem")).isEqualTo("/problems/source-unavailable");
        assertThat(service.delete("/backfills/" + ID).problem()).isEqualTo("/problems/backfill-finished");
    }

    @Test
    void cancelsOnceAndListsTheLatestFirst() {
        service.post("/backfills", ORDER);
        service.post("/backfills", "{\"source\":\"qdrant\"}");

        assertThat(service.delete("/backfills/" + ID).status()).isEqualTo(204);
        assertThat(service.delete("/backfills/" + ID).problem()).isEqualTo("/problems/unknown-backfill");
        assertThat(service.get("/backfills/" + ID).json().get("state")).isEqualTo("cancelled");
        Answer first = service.get("/backfills?limit=1");
        Answer second = service.get("/backfills?limit=1&cursor=" + first.json().get("next"));
        assertThat((List<?>) first.json().get("items")).hasSize(1);
        assertThat(second.body()).contains(ID).endsWith("\"next\":null}");
    }

    @Test
    void holdsACancellationToItsCondition() {
        service.post("/backfills", ORDER);

        assertThat(service.delete("/backfills/" + ID, "If-Match", "\"7\"").problem())
                .isEqualTo("/problems/precondition-failed");
        assertThat(service.delete("/backfills/" + ID, "If-Match", "\"1\"").status())
                .isEqualTo(204);
    }

    @Test
    void hasOneJobWhenTheSameOrderComesManyTimesAtOnce() {
        List<CompletableFuture<Answer>> orders = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> service.post("/backfills", ORDER)))
                .toList();

        assertThat(orders).allSatisfy(order -> {
            assertThat(order.join().status()).isEqualTo(202);
            assertThat(order.join().body()).isEqualTo(orders.get(0).join().body());
        });
        assertThat(database.count("backfills")).isEqualTo(1);
    }

    private void runWhatWaits() {
        Backfills backfills = service.bean(Backfills.class);
        backfills
                .waiting(Instant.parse("2999-01-01T00:00:00Z"), 10)
                .forEach(waiting -> service.bean(RunBackfill.class).run(waiting, () -> false));
    }

    private Answer upload(String order, String lines) {
        return multipart(part("request", order) + points(lines));
    }

    private static String points(String lines) {
        return file("file", "application/x-ndjson", lines);
    }

    private static String file(String name, String type, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    private Answer multipart(String parts) {
        return service.send(
                "POST", "/backfills", parts + "--edge--\r\n", "Content-Type", "multipart/form-data; boundary=edge");
    }

    private static String part(String name, String content) {
        return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }
}
