package dev.onerow.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {
    private static final String[] NO_HEADERS = {};

    private final Service service = Service.shared();
    private final Client client = service.client();

    @BeforeEach
    void startEmpty() {
        service.things().clear();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT   |/v1/things/A              |{bad                     |application/json|400|malformed-request",
                "PUT   |/v1/things/A              |{\"amount\":1} x         |application/json|400|malformed-request",
                "PUT   |/v1/things/A              |{\"amount\":1,\"x\":1}   |application/json|400|malformed-request",
                "PUT   |/v1/things/A              |                         |application/json|400|malformed-request",
                "PUT   |/v1/things/A?x=1          |{\"amount\":1}           |application/json|400|malformed-request",
                "PUT   |/v1/things/A              |[]                       |application/json|422|invalid-body",
                "PUT   |/v1/things/A              |{\"amount\":\"1\"}       |application/json|422|invalid-body",
                "PUT   |/v1/things/A              |{}                       |application/json|422|invalid-body",
                "PUT   |/v1/things/A              |{\"amount\":101}         |application/json|422|invalid-body",
                "PUT   |/v1/things/A              |{\"amount\":1,\"code\":\"B\"}|application/json|422|invalid-body",
                "PUT   |/v1/things/a              |{\"amount\":1}           |application/json|422|invalid-thing-code",
                "PUT   |/v1/things/A              |{\"amount\":1}           |text/plain|415|unsupported-media-type",
                "DELETE|/v1/things/A              |                         ||404|unknown-thing",
                "GET   |/v1/things/A              |                         ||404|unknown-thing",
                "GET   |/v1/nothing               |                         ||404|not-found",
                "GET   |/                         |                         ||404|not-found",
                "POST  |/v1/things/A              |                         ||405|method-not-allowed",
                "GET   |/v1/things?limit=0        |                         ||422|invalid-parameter",
                "GET   |/v1/things?cursor=x       |                         ||422|invalid-parameter",
                "GET   |/v1/things?limit=1&limit=2|                         ||422|invalid-parameter",
                "GET   |/v1/things?limits=1       |                         ||400|malformed-request",
                "GET   |/v1/things/raw/1?days=1   |                         ||422|invalid-path",
                "GET   |/v1/things/failing        |                         ||500|internal",
                "GET   |/v1/things/away           |                         ||503|store-unavailable",
                "GET   |/v1/things/rows?count=-1  |                         ||503|store-unavailable",
            })
    void answersEveryErrorAsAProblem(
            String method, String path, String body, String contentType, int status, String type) {
        String[] headers = contentType == null ? NO_HEADERS : new String[] {"Content-Type", contentType};

        Answer answer = client.send(method, path, body, headers);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isNotBlank();
        assertThat(answer.json().get("type")).isEqualTo("/problems/" + type);
        assertThat(answer.json().get("status")).isEqualTo((long) status);
        assertThat(answer.json().get("instance")).isEqualTo(path.replaceFirst("\\?.*", ""));
        assertThat(answer.json().get("title")).asString().isNotBlank();
        assertThat(answer.json().get("detail")).asString().isNotBlank();
    }

    @Test
    void namesEveryFaultOfABodyWithItsPointer() {
        String body = "{\"amount\":\"x\",\"display_name\":\"" + "n".repeat(21)
                + "\",\"tags\":[\"a\",1],\"parts\":[{\"name\":\"a\"},{\"name\":\" \",\"weight\":\"q\"},7],"
                + "\"seen_at\":\"yesterday\",\"score\":1e999}";

        Answer answer = client.put("/v1/things/A", body);

        assertThat((List<?>) answer.json().get("errors"))
                .extracting(error -> ((Map<?, ?>) error).get("pointer") + " " + ((Map<?, ?>) error).get("code"))
                .containsExactlyInAnyOrder(
                        "/amount wrong-type",
                        "/display_name too-long",
                        "/tags/1 wrong-type",
                        "/parts/1/name blank",
                        "/parts/1/weight wrong-type",
                        "/parts/2 wrong-type",
                        "/seen_at wrong-type",
                        "/score out-of-range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"amount\":\"x\"}               |/amount must be an integer.",
                "{}                               |/amount is required.",
                "{\"amount\":101}                 |/amount: 0 to 100.",
                "[]                               |The body must be an object.",
                "{\"amount\":null,\"tags\":{}}    |/amount cannot be null. /tags must be a list.",
                "{\"amount\":1,\"parts\":[1,2,3,4,5]}|/parts/0 must be an object. /parts/1 must be an object."
                        + " /parts/2 must be an object. And 2 more.",
            })
    void saysInTheDetailWhichMembersAreWrongAndWhatIsWanted(String body, String detail) {
        assertThat(client.put("/v1/things/A", body).json().get("detail")).isEqualTo(detail);
    }

    @Test
    void saysInTheDetailWhichParametersAreWrongAndWhatIsWanted() {
        assertThat(client.get("/v1/things?limit=0").json().get("detail")).isEqualTo("limit: 1 to 500.");
        assertThat(client.get("/v1/things?limit=x&cursor=y").json().get("detail"))
                .asString()
                .startsWith("cursor was not made by the service")
                .endsWith(" limit must be an integer.");
    }

    @Test
    void tellsTheAllowedMethods() {
        Answer answer = client.send("PATCH", "/v1/things/A", null);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET", "PUT", "DELETE");
    }

    @Test
    void tellsWhenToComeAgain() {
        assertThat(client.get("/v1/things/away").header("Retry-After")).isEqualTo("2");
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        Answer answer = client.put("/v1/things/A", " ".repeat(11_000_000));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("type")).isEqualTo("/problems/too-large");
    }

    @Test
    void refusesAMediaTypeThatItDoesNotHave() {
        Answer answer = client.get("/v1/things", "Accept", "text/html");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.json().get("type")).isEqualTo("/problems/not-acceptable");
    }

    @Test
    void givesAwayNothingOfTheInside() {
        for (String path : List.of("/v1/things/failing", "/v1/things/away", "/v1/things/raw/x?days=y")) {
            Answer answer = client.get(path);

            assertThat(answer.body())
                    .doesNotContainIgnoringCase("secret", "select", "exception", "dev.onerow", "java.", "jdbc");
        }
        assertThat(client.get("/v1/things/failing").json().get("reference"))
                .asString()
                .isNotBlank();
    }
}
