package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@OnBothDatabases(migrated = false)
class ServingIT {
    private static final Pattern ROUTE = Pattern.compile("\"\\{\\[([^\\]]+)\\],method=\\[([A-Z]+)\\]");

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    private static final String SCORE = "/v1/quality/pattern-scores/2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8";
    private static final String BODY =
            "{\"quality_score\":0.83,\"confidence\":0.9,\"measurement_timestamp\":\"2026-11-20T08:30:00Z\"}";

    private final TestDatabase database;

    ServingIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void startsOnAnEmptyDatabaseSaysSoInOneLineAndStopsCleanly() throws Exception {
        try (TestDatabase empty = database.another(false);
                OnerowProcess onerow = OnerowProcess.serve(empty.url(), Map.of())) {
            assertThat(onerow.output().lines()).hasSize(1);
            assertThat(onerow.output())
                    .contains("Onerow ", empty.kind().name(), "tables proved, listening on http://127.0.0.1:");
            assertThat(onerow.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(onerow.get("/health/readiness").statusCode()).isEqualTo(200);
            assertThat(onerow.get("/prometheus").body()).contains("hikaricp_connections{pool=\"onerow\"}");

            assertThat(onerow.stop()).isIn(0, 143);
            assertThat(onerow.output()).contains("Stopping").doesNotContain("Exception");
        }
    }

    @Test
    void answersWhatIsNotThereWithAProblem() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            var answer = onerow.get("/v1/nothing");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"", "\"instance\":\"/v1/nothing\"");
        }
    }

    @Test
    void describesEveryRouteAndShowsTheDescriptionFromTheJar() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(
                database.url(), Map.of("ENDPOINTS_ROUTES_ENABLED", "true", "ENDPOINTS_ROUTES_SENSITIVE", "false"))) {
            var answer = onerow.get("/openapi.yml");
            var page = onerow.get("/swagger-ui");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/yaml");
            assertThat(described(answer.body()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            routes(onerow.get("/routes").body()));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("openapi.yml").doesNotContain("https://", "//unpkg", "//cdn");
            assertThat(onerow.get("/swagger-ui/res/swagger-ui-bundle.js").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void keepsAKeyThatIsSentTwiceInOneRow() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            var first = onerow.send("PUT", SCORE, BODY);
            var second = onerow.send("PUT", SCORE, BODY);

            assertThat(first.statusCode()).isEqualTo(201);
            assertThat(first.body()).contains("\"outcome\":\"inserted\"");
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.body()).contains("\"outcome\":\"unchanged\"", "\"row_version\":1");
            assertThat(database.count("pattern_quality_metrics")).isEqualTo(1);
        }
    }

    @Test
    void isReadyWhileAWriteWaits() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of());
                Connection other = DriverManager.getConnection(database.url());
                Statement statement = other.createStatement()) {
            for (String text : holdingScores()) {
                statement.execute(text);
            }
            CompletableFuture<HttpResponse<String>> write = CompletableFuture.supplyAsync(() -> put(onerow));
            while (!onerow.get("/prometheus").body().contains("hikaricp_connections_active{pool=\"onerow\"} 1.0")) {
                assertThat(write).isNotDone();
            }

            var ready = onerow.get("/health/readiness");

            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(write).isNotDone();
            statement.execute("ROLLBACK");
            assertThat(write.get().statusCode()).isIn(200, 201);
        }
    }

    private List<String> holdingScores() {
        return switch (database.kind()) {
            case SQLITE -> List.of("BEGIN IMMEDIATE");
            case POSTGRESQL -> List.of("BEGIN", "LOCK TABLE onerow.pattern_quality_metrics");
        };
    }

    private static HttpResponse<String> put(OnerowProcess onerow) {
        try {
            return onerow.send("PUT", SCORE, BODY);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> routes(String body) {
        TreeSet<String> routes = new TreeSet<>();
        Matcher matcher = ROUTE.matcher(body);
        while (matcher.find()) {
            if (matcher.group(1).startsWith("/v1/") && !matcher.group(2).equals("HEAD")) {
                String path = matcher.group(1).replaceAll("\\{[?&][^}]*\\}", "");
                routes.add(matcher.group(2) + " "
                        + CAPITAL.matcher(path).replaceAll("_$0").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(routes);
    }

    private static List<String> described(String body) {
        List<String> described = new ArrayList<>();
        Map<String, Map<String, Map<String, Object>>> document = new Yaml().load(body);
        document.getOrDefault("paths", Map.of())
                .forEach((path, operations) ->
                        operations.keySet().forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        return described;
    }
}
