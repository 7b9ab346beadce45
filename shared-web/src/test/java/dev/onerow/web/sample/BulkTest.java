package dev.onerow.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkTest {
    private final Service service = Service.shared();
    private final Client client = service.client();
    private final Things things = service.things();

    @BeforeEach
    void startEmpty() {
        things.clear();
    }

    @Test
    void answersLineByLineInInputOrderAndThenTheReceipt() {
        Answer answer = client.postLines("/v1/things/bulk", """
                {"code":"A","amount":1}
                {"code":"B","amount":1000}
                {"code":"A","amount":1}
                {"code":"A","amount":2}
                """);

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines().toList())
                .containsExactly(
                        "{\"line\":1,\"key\":{\"code\":\"A\"},\"outcome\":\"inserted\"}",
                        "{\"line\":2,\"outcome\":\"rejected\",\"problem\":{\"type\":\"/problems/invalid-body\","
                                + "\"title\":\"Invalid body\",\"status\":422,\"detail\":\"/amount: 0 to 100.\","
                                + "\"errors\":[{\"pointer\":\"/amount\",\"code\":\"out-of-range\",\"detail\":\"0 to 100\"}]}}",
                        "{\"line\":3,\"key\":{\"code\":\"A\"},\"outcome\":\"unchanged\"}",
                        "{\"line\":4,\"key\":{\"code\":\"A\"},\"outcome\":\"updated\"}",
                        "{\"receipt\":{\"received\":4,\"inserted\":1,\"updated\":1,\"unchanged\":1,"
                                + "\"stale\":0,\"folded\":0,\"rejected\":1}}");
    }

    @Test
    void answersTheSameLinesSentTwiceAsUnchanged() {
        String lines = linesOf(2_500);
        client.postLines("/v1/things/bulk", lines);

        Answer again = client.postLines("/v1/things/bulk", lines);

        assertThat(receipt(again)).containsEntry("received", 2_500L).containsEntry("unchanged", 2_500L);
        assertThat(again.lines()).hasSize(2_501);
    }

    @Test
    void refusesACompressedBodyOfWhichTheEndMayBeMissing() throws IOException {
        byte[] whole = compressed(linesOf(3_000));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        Answer answer = client.sendBytes(
                "POST",
                "/v1/things/bulk?atomic=true",
                BodyPublishers.ofByteArray(half),
                "Content-Type",
                "application/x-ndjson",
                "Content-Encoding",
                "gzip");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("detail")).asString().contains("Content-Encoding gzip");
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(things.chunks()).isEmpty();
    }

    @Test
    void writesChunksOfAThousandLines() {
        client.postLines("/v1/things/bulk", linesOf(2_500));

        assertThat(things.chunks()).containsExactly(1_000, 1_000, 500);
    }

    @Test
    void writesSmallerChunksOfLongLines() {
        String padding = "x".repeat(900_000);
        String lines = IntStream.range(0, 12)
                .mapToObj(i -> "{\"code\":\"L" + i + "\",\"amount\":1,\"metadata\":{\"x\":\"" + padding + "\"}}\n")
                .collect(Collectors.joining());

        Answer answer = client.postLines("/v1/things/bulk", lines);

        assertThat(receipt(answer)).containsEntry("inserted", 12L);
        assertThat(things.chunks()).containsExactly(5, 5, 2);
    }

    @Test
    void takesAJsonArrayAsWell() {
        String array = "\uFEFF [ {\"code\":\"A\",\"amount\":1} ,\n{\"code\":\"B,]\\\"\",\"amount\":1},[1],\"],\\\"\",7,"
                + "{\"code\":\"C\",\"amount\":1,\"metadata\":{\"a\":[{},[]]}}]\n";

        Answer answer = client.send("POST", "/v1/things/bulk", array, "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(outcomes(answer))
                .containsExactly("inserted", "rejected", "rejected", "rejected", "rejected", "inserted");
        assertThat(receipt(answer)).containsEntry("received", 6L);
    }

    @Test
    void refusesABodyThatIsNoListAsAWhole() {
        Map<String, Integer> statuses = Map.of(
                "{}",
                422,
                "\"x\"",
                422,
                "x",
                400,
                "[{}",
                400,
                "[{}] x",
                400,
                "[{} {}",
                400,
                "nonsense",
                400,
                "{\"code\":",
                400);

        statuses.forEach((body, status) -> {
            Answer answer = client.send("POST", "/v1/things/bulk", body, "Content-Type", "application/json");

            assertThat(answer.status()).as(body).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        });
    }

    @Test
    void answersNonsenseLineByLine() {
        Answer answer = client.postLines("/v1/things/bulk", "x\n[]\n{\n\"\\u0000\"\n1 2\n\u0000\n");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(outcomes(answer)).containsExactlyElementsOf(Collections.nCopies(6, "rejected"));
        assertThat(statuses(answer)).containsExactly(400L, 422L, 400L, 422L, 400L, 400L);
    }

    @Test
    void rejectsALineThatIsTooLongAndGoesOn() {
        String tooLong = "{\"code\":\"" + "x".repeat(1 << 20) + "\"}";
        String longest = "{\"code\":\"B\",\"amount\":1}" + " ".repeat((1 << 20) - 23);

        Answer answer = client.postLines(
                "/v1/things/bulk", "{\"code\":\"A\",\"amount\":1}\n" + tooLong + "\r\n" + longest + "\r\n");

        assertThat(longest).hasSize(1 << 20);
        assertThat(outcomes(answer)).startsWith("inserted", "rejected");
        assertThat(statuses(answer)).contains(413L);
    }

    @Test
    void countsBlankLinesInTheNumbersButNotInTheReceipt() {
        Answer answer = client.postLines("/v1/things/bulk", "\n\r\n{\"code\":\"A\",\"amount\":1}\r\n \t\n{}");

        assertThat(answer.lines()).<Object>extracting(line -> line.get("line")).containsExactly(3L, 5L, null);
        assertThat(receipt(answer)).containsEntry("received", 2L);
    }

    @Test
    void answersNoLinesWithAReceiptOfZeros() {
        Map<String, List<String>> bodies =
                Map.of("application/x-ndjson", List.of("", " \r\n "), "application/json", List.of("", " \r\n ", "[ ]"));

        bodies.forEach((contentType, empty) -> empty.forEach(body -> {
            Answer answer = client.send("POST", "/v1/things/bulk", body, "Content-Type", contentType);

            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.lines()).hasSize(1);
            assertThat(receipt(answer)).containsEntry("received", 0L);
        }));
    }

    @Test
    void tellsWhereInALineItIsNoJson() {
        String lines = "{\"code\":\"A\",\"amount\":1}\n\n{\"code\":\"B\",amount:1}\n";

        Answer answer = client.postLines("/v1/things/bulk", lines);

        assertThat(answer.body()).contains("{\"line\":3,").contains("\"detail\":\"Not JSON: column ");
    }

    @ParameterizedTest
    @CsvSource({"?atomic=perhaps, identity, 422", "?other=1, identity, 400", "'', gzip, 415"})
    void answersTheNextRequestOfAConnectionWhoseLastOneWasRefusedUnread(String query, String coding, int status)
            throws Exception {
        String lines = linesOf(20_000);
        try (RawConnection connection = new RawConnection(service.port())) {
            for (int i = 0; i < 3; i++) {
                connection.send("POST /v1/things/bulk" + query + " HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: "
                        + coding + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + lines.length()
                        + "\r\n\r\n" + lines);

                assertThat(connection.readAnswer()).contains(" " + status + " ");
            }
        }
    }

    @Test
    void answersTheLastLineOnlyWhenAskedForTheSummary() {
        Answer answer = client.postLines("/v1/things/bulk?receipt=summary", linesOf(1_500) + "x\n");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.lines()).hasSize(1);
        assertThat(receipt(answer)).containsEntry("inserted", 1_500L).containsEntry("rejected", 1L);
    }

    @Test
    void writesAllOrNothingWhenAtomic() {
        String good = linesOf(1_500);

        Answer refused =
                client.postLines("/v1/things/bulk?atomic=true", good + "{\"code\":\"Z\",\"amount\":\"x\"}\n" + good);
        int afterRefusal = things.size();
        Answer taken = client.postLines("/v1/things/bulk?atomic=true", good);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("line")).isEqualTo(1_501L);
        assertThat(afterRefusal).isZero();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(receipt(taken)).containsEntry("inserted", 1_500L);
        assertThat(things.size()).isEqualTo(1_500);
    }

    @Test
    void takesBackWhatItWroteWhenALaterChunkIsRefused() {
        things.rejectCode("K1200");

        Answer answer = client.postLines("/v1/things/bulk?atomic=true", linesOf(1_500));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().get("line")).isEqualTo(1_201L);
        assertThat(things.size()).isZero();
    }

    @Test
    void doesAnAtomicWriteAgainFromTheBeginning() {
        things.losesItsFirstTransaction();

        Answer answer = client.postLines("/v1/things/bulk?atomic=true", linesOf(30_000));

        assertThat(receipt(answer)).containsEntry("received", 30_000L).containsEntry("inserted", 30_000L);
    }

    @Test
    void endsWithTheReceiptAndAProblemWhenTheStoreGoesAway() {
        things.failAfter(2, new StoreUnavailable("jdbc:secret", null));

        Answer answer = client.postLines("/v1/things/bulk", linesOf(5_000));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.lines()).hasSize(2_001);
        assertThat(receipt(answer)).containsEntry("received", 2_000L).containsEntry("inserted", 2_000L);
        assertThat((Map<?, ?>) lastLine(answer).get("problem"))
                .extracting("type", "status")
                .containsExactly("/problems/store-unavailable", 503L);
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void endsWithTheReceiptAndAReferenceWhenSomethingBreaks() {
        things.failAfter(1, new IllegalStateException("secret"));

        Answer answer = client.postLines("/v1/things/bulk?receipt=summary", linesOf(3_000));

        assertThat(receipt(answer)).containsEntry("received", 1_000L);
        assertThat((Map<?, ?>) lastLine(answer).get("problem"))
                .extracting("reference")
                .isNotNull();
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void answersAProblemWhenTheStoreIsAwayForAnAtomicWrite() {
        things.failAfter(0, new StoreUnavailable("jdbc:secret", null));

        Answer answer = client.postLines("/v1/things/bulk?atomic=true", linesOf(10));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void refusesUnknownParametersAndValues() {
        assertThat(client.postLines("/v1/things/bulk?atomc=true", "").status()).isEqualTo(400);
        assertThat(client.postLines("/v1/things/bulk?atomic=yes", "").status()).isEqualTo(422);
        assertThat(client.postLines("/v1/things/bulk?receipt=all", "").status()).isEqualTo(422);
        assertThat(client.send("POST", "/v1/things/bulk", "", "Content-Type", "text/csv")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void givesItsAnsweringSideToOtherCalls() {
        client.put("/v1/things/A", "{\"amount\":1}");

        Answer answer = client.send("POST", "/v1/things/touch", "[\"A\",\"B\"]", "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(outcomes(answer)).containsExactly("unchanged", "rejected");
        assertThat(client.send("POST", "/v1/things/touch", null).lines()).hasSize(1);
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String linesOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"code\":\"K" + i + "\",\"amount\":" + i % 100 + "}\n")
                .collect(Collectors.joining());
    }

    private static List<Object> outcomes(Answer answer) {
        return answer.lines().stream()
                .filter(line -> line.containsKey("outcome"))
                .<Object>map(line -> line.get("outcome"))
                .toList();
    }

    private static List<Object> statuses(Answer answer) {
        return answer.lines().stream()
                .filter(line -> line.get("problem") instanceof Map)
                .<Object>map(line -> ((Map<?, ?>) line.get("problem")).get("status"))
                .toList();
    }

    private static Map<?, ?> lastLine(Answer answer) {
        return answer.lines().get(answer.lines().size() - 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> receipt(Answer answer) {
        return (Map<String, Object>) Objects.requireNonNull(lastLine(answer).get("receipt"));
    }
}
