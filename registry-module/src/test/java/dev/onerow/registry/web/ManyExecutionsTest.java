package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("guests")
class ManyExecutionsTest {
    private final TestDatabase database;
    private final Client api;

    ManyExecutionsTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void rulesRunAfterThoseWhoseViewsTheyReadAndAreAnsweredInInputOrder() {
        api.put("/rules/A_TOP", "{\"sql\":\"SELECT id FROM b_middle\"}");
        api.put("/rules/B_MIDDLE", "{\"sql\":\"SELECT id FROM c_ground\"}");
        api.put("/rules/C_GROUND", "{\"sql\":\"SELECT id FROM guests\"}");
        api.put("/rules/D_WRONG", "{\"sql\":\"SELECT id FROM nowhere\"}");
        var codes = "[\"A_TOP\",\"NOBODY\",\"B_MIDDLE\",\"C_GROUND\",\"D_WRONG\",\"A_TOP\",\"no code\"]";

        var first = api.post("/executions", codes);
        var again = api.post("/executions", codes);

        assertThat(first.status()).isEqualTo(207);
        assertThat(outcomes(first))
                .containsExactly("folded", "rejected", "inserted", "inserted", "rejected", "inserted", "rejected");
        assertThat(first.eachLine().get(1).at("problem.type")).isEqualTo("/problems/unknown-rule");
        assertThat(first.eachLine().get(4).at("problem.type")).isEqualTo("/problems/invalid-sql");
        assertThat(first.eachLine().get(5).at("key.rule_code")).isEqualTo("A_TOP");
        assertThat(first.eachLine().get(6).at("problem.errors.0.pointer")).isEqualTo("/6");
        assertThat(first.eachLine().get(7).body())
                .isEqualTo("{\"receipt\":{\"received\":7,\"inserted\":3,\"updated\":0,\"unchanged\":0,\"stale\":0,"
                        + "\"folded\":1,\"rejected\":3}}");
        assertThat(outcomes(again))
                .containsExactly("folded", "rejected", "unchanged", "unchanged", "rejected", "unchanged", "rejected");
    }

    @Test
    void rulesThatWaitForEachOtherAreRejectedAndTheOthersRun() {
        api.put("/rules/HEN", "{\"sql\":\"SELECT id FROM egg\"}");
        api.put("/rules/EGG", "{\"sql\":\"SELECT id FROM hen\"}");
        api.put("/rules/ALONE", "{\"sql\":\"SELECT id FROM guests\"}");

        var answer = api.post("/executions", "[\"HEN\",\"EGG\",\"ALONE\"]");

        assertThat(outcomes(answer)).containsExactly("rejected", "rejected", "inserted");
        assertThat(answer.eachLine().get(0).at("problem.type")).isEqualTo("/problems/dependency-cycle");
    }

    @Test
    void aRuleThatWouldReadItselfThroughAnotherIsACycleOnBothDatabases() {
        api.post("/rules/RING_1/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        api.post("/rules/RING_2/execute", "{\"sql\":\"SELECT a FROM ring_1\"}");
        api.put("/rules/RING_1", "{\"sql\":\"SELECT a FROM ring_2\"}");

        var many = api.post("/executions", "[\"RING_1\",\"RING_2\"]");
        var one = api.post("/rules/RING_1/execute", null);

        assertThat(outcomes(many)).containsExactly("rejected", "unchanged");
        assertThat(many.eachLine().get(0).at("problem.type")).isEqualTo("/problems/dependency-cycle");
        assertThat(one.status()).isEqualTo(409);
        assertThat(one.at("type")).isEqualTo("/problems/dependency-cycle");
        assertThat(api.get("/views/ring_2/rows").each("rows", "a")).containsExactly("1");
        assertThat(api.post("/rules/RING_3/execute", "{\"sql\":\"SELECT * FROM ring_3\"}")
                        .at("type"))
                .isEqualTo("/problems/dependency-cycle");
        assertThat(api.delete("/rules/RING_1").status()).isEqualTo(204);
    }

    @Test
    void anEmptyListMeansAllRules() {
        api.put("/rules/ALL_1", "{\"sql\":\"SELECT 1 AS a\"}");

        var byEmptyList = api.post("/executions", "[]");
        var byNoBody = api.post("/executions", null);

        assertThat(byEmptyList.body()).contains("\"ALL_1\"");
        assertThat(byNoBody.status()).isEqualTo(207);
        assertThat(byNoBody.eachLine()).hasSameSizeAs(byEmptyList.eachLine());
    }

    @Test
    void sixteenClientsExecutingOneNewRuleMakeOneViewAndOneRow() throws Exception {
        var clients = Executors.newFixedThreadPool(16);
        try {
            Callable<List<Integer>> client = () -> IntStream.range(0, 25)
                    .mapToObj(i -> api.post("/rules/CROWD/execute", "{\"sql\":\"SELECT id, name FROM guests\"}"))
                    .map(Answer::status)
                    .toList();
            List<Future<List<Integer>>> running = clients.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> client).toList());

            var statuses = running.stream()
                    .flatMap(answers -> get(answers).stream())
                    .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

            assertThat(statuses).containsExactly(Map.entry(200, 400L));
            assertThat(database.count("rules WHERE rule_code = 'CROWD'")).isEqualTo(1);
            assertThat(database.count("views_registry WHERE table_name = 'crowd'"))
                    .isEqualTo(1);
            assertThat(api.get("/views/crowd").at("version")).isEqualTo("1");
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<String> outcomes(Answer answer) {
        var lines = answer.eachLine();
        return lines.subList(0, lines.size() - 1).stream()
                .map(line -> line.at("outcome"))
                .toList();
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
