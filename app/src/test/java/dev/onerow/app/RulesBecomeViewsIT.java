package dev.onerow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The registry in the jar as it is run: a rule over somebody's tables, from the first execution to a killed process. */
@OnBothDatabases
@WithTables("shop")
class RulesBecomeViewsIT {
    private static final String RULE = "/v1/registry/rules/PAGES_BY_AUTHOR/execute";
    private static final String FROM = " FROM authors a JOIN books b ON b.author_id = a.author_id GROUP BY a.name";
    private static final Pattern IDS = Pattern.compile("\"(?:rule|view)\":\\{\"id\":(\\d+)");
    private static final Pattern OUTCOMES = Pattern.compile("\"outcome\":\"(\\w+)\"");
    private static final int EXECUTIONS = 200;
    private static final int BEFORE_THE_KILL = 60;

    private final TestDatabase database;
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

    RulesBecomeViewsIT(TestDatabase database) {
        this.database = database;
    }

    @Test
    void executesARuleAgainAndAgain() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            var first = onerow.send("POST", RULE, sql("a.name, sum(b.pages) AS pages"));
            var made = catalogue();
            var again = onerow.send("POST", RULE, sql("a.name, sum(b.pages) AS pages"));
            var untouched = catalogue();
            var middle = onerow.send("POST", RULE, sql("a.name, count(*) AS books, sum(b.pages) AS pages"));
            var broken = onerow.send("POST", RULE, sql("a.name, sum(b.sheets) AS pages"));
            var rows = onerow.get("/v1/registry/views/pages_by_author/rows?sort=name");

            assertThat(all(OUTCOMES, first)).containsExactly("inserted", "inserted");
            assertThat(all(OUTCOMES, again)).containsExactly("unchanged", "unchanged");
            assertThat(untouched).isNotEmpty().isEqualTo(made);
            assertThat(all(OUTCOMES, middle)).containsExactly("updated", "updated");
            assertThat(all(IDS, again)).isEqualTo(all(IDS, first));
            assertThat(all(IDS, middle)).isEqualTo(all(IDS, first));
            assertThat(middle.body()).contains("\"added\":[\"books\"]", "\"verdict\":\"compatible\"");
            assertThat(broken.statusCode()).isEqualTo(422);
            assertThat(broken.body()).contains("/problems/invalid-sql", "\"unknown-column\"");
            assertThat(rows.body())
                    .contains(
                            "\"rows\":[{\"name\":\"Ada\",\"books\":2,\"pages\":200},{\"name\":\"Bo\",\"books\":1,\"pages\":300}]");
        }
    }

    @Test
    void aKillAmidManyExecutionsLeavesADatabaseThatStartsProvesAndAnswers() throws Exception {
        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            executeMany(onerow);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL).hasSizeLessThan(EXECUTIONS);

        try (OnerowProcess onerow = OnerowProcess.serve(database.url(), Map.of())) {
            assertThat(onerow.output()).contains("tables proved");
            assertThat(onerow.get("/v1/registry/drift").body())
                    .isEqualTo("{\"missing\":[],\"orphaned\":[],\"hand_edited\":[]}");
            for (int number : acknowledged) {
                assertThat(onerow.get("/v1/registry/views/numbered_" + number + "/rows")
                                .body())
                        .contains("\"rows\":[{\"number\":" + number + "}]");
            }
            var all = onerow.send("POST", "/v1/registry/executions", "[]");
            assertThat(all.body()).contains("\"rejected\":0}}").doesNotContain("\"outcome\":\"updated\"");
        }
    }

    private void executeMany(OnerowProcess onerow) throws Exception {
        CountDownLatch underway = new CountDownLatch(BEFORE_THE_KILL);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<? extends Future<?>> executions = IntStream.range(0, EXECUTIONS)
                .mapToObj(number -> clients.submit(() -> execute(onerow, number, underway)))
                .toList();
        underway.await();
        onerow.kill();
        for (Future<?> execution : executions) {
            execution.get();
        }
        clients.shutdown();
    }

    private void execute(OnerowProcess onerow, int number, CountDownLatch underway) {
        try {
            var path = "/v1/registry/rules/NUMBERED_" + number + "/execute";
            if (onerow.send("POST", path, "{\"sql\":\"SELECT " + number + " AS number\"}")
                            .statusCode()
                    == 200) {
                acknowledged.add(number);
                underway.countDown();
            }
        } catch (UncheckedIOException gone) {
            // Not acknowledged: whether it was done shows after the next start.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sql(String columns) {
        return "{\"name\":\"Pages by author\",\"sql\":\"SELECT " + columns + FROM + "\"}";
    }

    private static List<String> all(Pattern pattern, HttpResponse<String> answer) {
        return pattern.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** What the catalogue has of the view; anything made again differs. */
    private List<Map<String, Object>> catalogue() {
        return List.copyOf(database.query(
                switch (database.kind()) {
                    case POSTGRESQL ->
                        "SELECT oid::bigint AS oid, xmin::text AS made_by FROM pg_class WHERE relname = 'pages_by_author'";
                    case SQLITE -> "SELECT rowid, sql FROM sqlite_master WHERE name = 'pages_by_author'";
                }));
    }
}
