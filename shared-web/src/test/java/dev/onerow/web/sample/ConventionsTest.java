package dev.onerow.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConventionsTest {
    private static final String MULTIPART = "multipart/form-data; boundary=b";

    private final Service service = Service.shared();
    private final Client client = service.client();

    @BeforeEach
    void startEmpty() {
        service.things().clear();
    }

    @Test
    void answersAnUpsertWithTheStoredRowAndItsOutcome() {
        String body =
                "{\"amount\":3,\"seen_at\":\"2026-11-20T10:30:00.1300009+02:00\",\"score\":1,\"metadata\":{\"x\":1.50,\"n\":null}}";

        Answer inserted = client.put("/v1/things/A", body);
        Answer unchanged = client.put("/v1/things/A", body);
        Answer updated = client.put("/v1/things/A", "{\"amount\":4}");

        assertThat(inserted.status()).isEqualTo(201);
        assertThat(inserted.header("Location")).isEqualTo("/v1/things/A");
        assertThat(inserted.header("ETag")).isEqualTo("\"1\"");
        assertThat(inserted.body())
                .isEqualTo("{\"code\":\"A\",\"display_name\":null,\"amount\":3,\"score\":1.0,"
                        + "\"seen_at\":\"2026-11-20T08:30:00.13Z\",\"metadata\":{\"x\":1.50,\"n\":null},"
                        + "\"tags\":[],\"parts\":[],\"version\":1,\"outcome\":\"inserted\"}");
        assertThat(unchanged.status()).isEqualTo(200);
        assertThat(unchanged.header("Location")).isEmpty();
        assertThat(unchanged.json().get("outcome")).isEqualTo("unchanged");
        assertThat(updated.header("ETag")).isEqualTo("\"2\"");
        assertThat(updated.json().get("outcome")).isEqualTo("updated");
    }

    @Test
    void takesBackWhatItGave() {
        client.put("/v1/things/A", "{\"amount\":3,\"parts\":[{\"name\":\"p\",\"weight\":2.5}],\"tags\":[\"t\"]}");
        String row = client.get("/v1/things/A").body();

        Answer again = client.put("/v1/things/A", row);

        assertThat(again.json().get("outcome")).isEqualTo("unchanged");
    }

    @Test
    void writesConditionally() {
        client.put("/v1/things/A", "{\"amount\":3}");

        assertThat(client.put("/v1/things/A", "{\"amount\":4}", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(client.put("/v1/things/B", "{\"amount\":4}", "If-None-Match", "*")
                        .status())
                .isEqualTo(201);
        assertThat(client.put("/v1/things/A", "{\"amount\":5}", "If-Match", "\"9\"")
                        .status())
                .isEqualTo(412);
        assertThat(client.put("/v1/things/A", "{\"amount\":6}", "If-Match", "W/\"1-0\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.put("/v1/things/Z", "{\"amount\":7}", "If-Match", "*").status())
                .isEqualTo(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match", "If-None-Match"})
    void refusesConditionsThatACallDoesNotHeedBeforeAnythingIsDone(String header) {
        client.put("/v1/things/A", "{\"amount\":3}");

        Answer bulk = client.post("/v1/things/bulk", "[{\"code\":\"A\",\"amount\":4}]", header, "\"1\"");
        Answer deletion = client.delete("/v1/things/A", header, "*");

        assertThat(List.of(bulk, deletion)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("type")).isEqualTo("/problems/malformed-request");
            assertThat(answer.json().get("detail")).isEqualTo("This call does not heed " + header + ".");
        });
        assertThat(client.get("/v1/things/A").json().get("amount")).isEqualTo(3L);
        assertThat(client.post("/v1/things/measure", "{\"amount\":4}", header, "*")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/v1/things?limit=1", header, "*").status()).isEqualTo(200);
    }

    @Test
    void readsConditionally() {
        client.put("/v1/things/A", "{\"amount\":3}");
        String tag = String.valueOf(client.get("/v1/things/A").header("ETag"));

        Answer notModified = client.get("/v1/things/A", "If-None-Match", tag);

        assertThat(tag).isEqualTo("W/\"1-0\"");
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        assertThat(notModified.header("ETag")).isEqualTo(tag);
        assertThat(client.get("/v1/things/A", "If-None-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(client.get("/v1/things/A", "If-Match", "\"2\"").status()).isEqualTo(412);
    }

    @Test
    void deletesOnce() {
        client.put("/v1/things/A", "{\"amount\":3}");

        assertThat(client.send("DELETE", "/v1/things/A", null).status()).isEqualTo(204);
        assertThat(client.send("DELETE", "/v1/things/A", null).status()).isEqualTo(404);
    }

    @Test
    void listsInPages() {
        IntStream.range(0, 7).forEach(i -> client.put("/v1/things/K" + i, "{\"amount\":" + i + "}"));

        List<Object> codes = new ArrayList<>();
        @Nullable Object next = "";
        int pages = 0;
        while (next != null) {
            Answer page = client.get("/v1/things?limit=3" + (next.equals("") ? "" : "&cursor=" + next));
            List<?> items = (List<?>) Objects.requireNonNull(page.json().get("items"));
            items.forEach(item -> codes.add(((Map<?, ?>) item).get("code")));
            next = page.json().get("next");
            pages++;
        }

        assertThat(codes).isEqualTo(List.of("K0", "K1", "K2", "K3", "K4", "K5", "K6"));
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void keepsIdsThatThePathHasToEncode() {
        Answer answer = client.put("/v1/things/A%2FB", "{\"amount\":3}");

        assertThat(answer.json().get("code")).isEqualTo("A/B");
        assertThat(answer.header("Location")).isEqualTo("/v1/things/A%2FB");
        assertThat(client.get("/v1/things/A%2FB").status()).isEqualTo(200);
    }

    @Test
    void streamsRows() {
        Answer answer = client.get("/v1/things/rows?count=100000");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body()).hasSize(3_400_000);
    }

    @Test
    void takesFilesThatAreSentAsAPart() {
        Answer taken = upload(file("file", "x".repeat(5_000_000)));

        assertThat(taken.json()).isEqualTo(Map.of("size", 5_000_000L));
    }

    @Test
    void refusesAFormWithoutAFile() {
        Answer none = upload("");
        Answer empty = upload(file("file", ""));
        Answer text = upload(text("file", "x"));

        assertThat(List.of(none, empty, text)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.places()).isEqualTo(List.of("/file"));
        });
        assertThat(List.of(none, empty))
                .allSatisfy(answer -> assertThat(answer.body())
                        .contains("\"code\":\"missing\"", "There is no part file, or it is empty."));
        assertThat(text.body()).contains("\"code\":\"no-filename\"", "The part file needs a filename.");
    }

    @Test
    void refusesPartsThatNobodyAskedForWhereverTheyStand() {
        Answer before = upload(text("dry_run", "true") + file("file", "x"));
        Answer after = upload(file("file", "x".repeat(5_000_000)) + text("dry_run", "true"));
        Answer asFile = upload(file("file", "x") + file("files", "y"));

        assertThat(List.of(before, after, asFile)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("type")).isEqualTo("/problems/malformed-request");
        });
        assertThat(before.places()).isEqualTo(List.of("/dry_run"));
        assertThat(after.places()).isEqualTo(List.of("/dry_run"));
        assertThat(asFile.places()).isEqualTo(List.of("/files"));
    }

    @Test
    void refusesAFileThatComesTwice() {
        Answer twice = upload(file("file", "x") + file("file", "y"));

        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.places()).isEqualTo(List.of("/file"));
    }

    private Answer upload(String parts) {
        return client.send("POST", "/v1/things/file", parts + "--b--\r\n", "Content-Type", MULTIPART);
    }

    private static String file(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"f\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }

    private static String text(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    @Test
    void takesTheRequestIdOfTheClient() {
        Answer answer = client.get("/v1/things/request-id", "X-Request-Id", "job-7/3");

        assertThat(answer.header("X-Request-Id")).isEqualTo("job-7/3");
        assertThat(answer.json()).isEqualTo(Map.of("id", "job-7/3", "log", "job-7/3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "\u00e4", "<script>", ""})
    void makesARequestIdWhereTheClientsIsNone(String sent) {
        Answer answer = client.get("/v1/things/request-id", "X-Request-Id", sent);

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(answer.json().get("id")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void makesARequestIdWhereTheClientsIsTooLong() {
        Answer answer = client.get("/v1/things/request-id", "X-Request-Id", "x".repeat(129));

        assertThat(answer.header("X-Request-Id")).hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/*",
                "application/json;q=0.5",
                "text/html, application/xhtml+xml, application/*;q=0.9",
                "application/json; charset=utf-8",
                "text/html;q=0.3, */*;q=0.1"
            })
    void answersInItsOwnFormWhateverTheWeightsAndRangesOfAccept(String accept) {
        client.put("/v1/things/A", "{\"amount\":3}");

        Answer answer = client.get("/v1/things/A", "Accept", accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/*", "application/json;q=0", "*/*;q=0.0", "application/*, application/json;q=0"})
    void refusesToAnswerInFormsThatItHasNotOrThatAreNotAccepted(String accept) {
        assertThat(client.get("/v1/things", "Accept", accept).status()).isEqualTo(406);
    }

    @Test
    void takesEveryCharacterThatAPathMayHave() {
        for (String code : List.of("a+b", "a&b", "a;b", "a%2Bb")) {
            assertThat(client.get("/v1/things/" + code).json().get("type")).isEqualTo("/problems/invalid-thing-code");
        }
    }
}
