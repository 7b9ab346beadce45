package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Client;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RulesTest {
    private final TestDatabase database;
    private final Client api;

    RulesTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void savesARuleAndAnswersWithItsRow() {
        var saved = api.put(
                "/rules/LIST_GUESTS",
                "{\"name\":\"Guest list\",\"logic\":\"Who was a guest?\",\"sql\":\"SELECT id, name FROM guests;\"}");

        assertThat(saved.status()).isEqualTo(201);
        assertThat(saved.header("Location")).isEqualTo("/v1/registry/rules/LIST_GUESTS");
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.at("sql")).isEqualTo("SELECT id, name FROM guests");
        assertThat(saved.at("sql_hash")).startsWith("7f508349f760");
        assertThat(saved.at("sql_version")).isEqualTo("1");
        assertThat(saved.at("description")).isEqualTo("null");
        assertThat(saved.at("outcome")).isEqualTo("inserted");
    }

    @Test
    void isNotExecutedWhenItIsNotTheOneThatTheRequestDemands() {
        api.put("/rules/GUARDED", "{\"sql\":\"SELECT 1 AS a\"}");
        String change = "{\"sql\":\"SELECT 2 AS a\"}";

        var older = api.post("/rules/GUARDED/execute", change, "If-Match", "\"99\"");
        var unchanged = api.post("/rules/GUARDED/execute", null, "If-Match", "\"99\"");
        var known = api.post("/rules/GUARDED/execute", change, "If-None-Match", "*");
        var missing = api.post("/rules/GUARDED_2/execute", change, "If-Match", "*");
        var right = api.post("/rules/GUARDED/execute", change, "If-Match", "\"1\"");

        assertThat(List.of(older, unchanged, known, missing)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(412);
            assertThat(refused.at("type")).isEqualTo("/problems/precondition-failed");
        });
        assertThat(right.at("rule.version")).isEqualTo("2");
        assertThat(api.post("/rules/GUARDED_3/execute", change, "If-None-Match", "*")
                        .at("rule.outcome"))
                .isEqualTo("inserted");
    }

    @Test
    void namesThePathVariableThatHasNotItsForm() {
        var code = api.put("/rules/a%20b", "{\"sql\":\"SELECT 1 AS a\"}");
        var view = api.get("/views/NOPE");

        assertThat(List.of(code.status(), view.status())).containsOnly(422);
        assertThat(code.places()).isEqualTo(List.of("rule_code"));
        assertThat(view.places()).isEqualTo(List.of("table_name"));
    }

    @Test
    void savingTwiceChangesNothing() {
        api.put("/rules/TWICE", "{\"sql\":\"SELECT 1 AS a\"}");
        var first = api.get("/rules/TWICE");

        var again = api.put("/rules/TWICE", first.body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("outcome")).isEqualTo("unchanged");
        assertThat(api.get("/rules/TWICE").body()).isEqualTo(first.body());
        assertThat(api.get("/rules/TWICE/versions").each("items", "sql_version"))
                .containsExactly("1");
    }

    @Test
    void everyChangeOfSqlOrLogicAddsAVersionAndTheNewestComesFirst() {
        api.put("/rules/GROWS", "{\"sql\":\"SELECT 1 AS a\"}", "X-Request-Id", "r-1");
        api.put("/rules/GROWS", "{\"sql\":\"SELECT 2 AS a\"}", "X-Request-Id", "r-2");
        api.put("/rules/GROWS", "{\"name\":\"Grows\"}");
        api.put("/rules/GROWS", "{\"logic\":\"How many?\"}", "X-Request-Id", "r-3");

        var versions = api.get("/rules/GROWS/versions?limit=2");

        assertThat(versions.each("items", "sql_version")).containsExactly("3", "2");
        assertThat(versions.each("items", "request_id")).containsExactly("r-3", "r-2");
        assertThat(api.get("/rules/GROWS/versions?limit=2&cursor=" + versions.at("next"))
                        .each("items", "sql"))
                .containsExactly("SELECT 1 AS a");
        assertThat(api.get("/rules/GROWS").at("version")).isEqualTo("4");
    }

    @Test
    void goingBackToAnOlderTextIsANewVersion() {
        api.put("/rules/BACK", "{\"sql\":\"SELECT 1 AS a\"}");
        api.put("/rules/BACK", "{\"sql\":\"SELECT 2 AS a\"}");

        var back = api.put("/rules/BACK", "{\"sql\":\"SELECT 1 AS a\"}");

        assertThat(back.at("sql_version")).isEqualTo("3");
    }

    @Test
    void refusesUnsafeSqlAndSaysWhere() {
        var refused = api.put("/rules/UNSAFE", "{\"sql\":\" \\r\\nSELECT 1; DELETE FROM guests\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.at("type")).isEqualTo("/problems/unsafe-sql");
        assertThat(refused.at("instance")).isEqualTo("/v1/registry/rules/UNSAFE");
        assertThat(refused.at("errors.0.pointer")).isEqualTo("/sql");
        assertThat(refused.at("errors.0.code")).isEqualTo("several-statements");
        assertThat(refused.at("errors.0.position")).isEqualTo("12");
        assertThat(api.get("/rules/UNSAFE").status()).isEqualTo(404);
    }

    @Test
    void aNewRuleNeedsSql() {
        var refused = api.put("/rules/NO_SQL", "{\"name\":\"None\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("/problems/invalid-body");
        assertThat(refused.at("errors.0.pointer")).isEqualTo("/sql");
    }

    @Test
    void refusesACodeThatDiffersFromAnotherInCaseOnly() {
        api.put("/rules/Mixed", "{\"sql\":\"SELECT 1 AS a\"}");

        var refused = api.put("/rules/MIXED", "{\"sql\":\"SELECT 1 AS a\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("type")).isEqualTo("/problems/rule-code-case-conflict");
        assertThat(refused.at("rule_code")).isEqualTo("Mixed");
    }

    @Test
    void givesACodeToOneOfThoseThatWriteItDifferentlyAtOnce() {
        for (int round = 0; round < 10; round++) {
            var spellings = List.of("Race_" + round, "RACE_" + round, "race_" + round, "rAce_" + round);
            Set<String> refusals = ConcurrentHashMap.newKeySet();
            AtomicInteger taken = new AtomicInteger();

            InParallel.run(4, writer -> {
                var path = "/rules/" + spellings.get(writer);
                var answer = writer % 2 == 0
                        ? api.put(path, "{\"sql\":\"SELECT 1 AS a\"}")
                        : api.post(path + "/execute", "{\"sql\":\"SELECT 1 AS a\"}");
                if (answer.status() < 300) {
                    taken.incrementAndGet();
                } else {
                    refusals.add(answer.status() + " " + answer.problem());
                }
            });

            assertThat(taken).hasValue(1);
            assertThat(refusals).containsOnly("409 /problems/rule-code-case-conflict");
        }
    }

    @Test
    void refusesACodeOfAnotherForm() {
        var refused = api.put("/rules/_no", "{\"sql\":\"SELECT 1 AS a\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("/problems/invalid-rule-code");
    }

    @Test
    void heedsConditions() {
        api.put("/rules/CONDITIONS", "{\"sql\":\"SELECT 1 AS a\"}");

        assertThat(api.put("/rules/CONDITIONS", "{\"sql\":\"SELECT 2 AS a\"}", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(api.put("/rules/CONDITIONS", "{\"sql\":\"SELECT 2 AS a\"}", "If-Match", "\"7\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.put("/rules/CONDITIONS", "{\"sql\":\"SELECT 2 AS a\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(api.get("/rules/CONDITIONS", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
        assertThat(api.delete("/rules/CONDITIONS", "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(api.delete("/rules/CONDITIONS", "If-Match", "\"2\"").status())
                .isEqualTo(204);
        assertThat(api.delete("/rules/CONDITIONS").status()).isEqualTo(404);
    }

    @Test
    void listsRulesByCodeAndByLastChange() {
        api.put("/rules/zz1", "{\"sql\":\"SELECT 1 AS a\"}");
        api.put("/rules/zz2", "{\"sql\":\"SELECT 1 AS a\"}");
        api.put("/rules/zz1", "{\"name\":\"later\"}");

        var newest = api.get("/rules?sort=updated_at&limit=1");
        var second = api.get("/rules?sort=updated_at&limit=1&cursor=" + newest.at("next"));

        assertThat(newest.each("items", "rule_code")).containsExactly("zz1");
        assertThat(second.each("items", "rule_code")).containsExactly("zz2");
        assertThat(api.get("/rules?limit=500").each("items", "rule_code"))
                .isSorted()
                .contains("zz1", "zz2");
        assertThat(api.get("/rules?limit=501").status()).isEqualTo(422);
        assertThat(api.get("/rules?nope=1").status()).isEqualTo(400);
    }

    @Test
    void savesManyAndAnswersLineByLine() {
        api.put("/rules/BULK_A", "{\"sql\":\"SELECT 1 AS a\"}");

        var answer = api.postLines("/rules/bulk", """
                {"rule_code":"BULK_A","sql":"SELECT 2 AS a"}
                {"rule_code":"CLEAN_UP","sql":"DELETE FROM guests"}
                {"rule_code":"BULK_B","sql":"SELECT 1 AS a"}
                {"rule_code":"bulk_b","sql":"SELECT 1 AS a"}
                {"rule_code":"BULK_C","sql":"SELECT 1 AS a"}
                {"rule_code":"BULK_C","sql":"SELECT 2 AS a"}
                {"rule_code":"BULK_C","sql":"SELECT 2 AS a"}
                {"sql":"SELECT 2 AS a"}
                """);

        assertThat(answer.status()).isEqualTo(207);
        var lines = answer.eachLine();
        assertThat(lines.subList(0, 8).stream().map(line -> line.at("outcome")).toList())
                .containsExactly(
                        "updated", "rejected", "inserted", "rejected", "folded", "folded", "inserted", "rejected");
        assertThat(lines.get(0).at("key.rule_code")).isEqualTo("BULK_A");
        assertThat(lines.get(1).at("problem.errors.0.pointer")).isEqualTo("/sql");
        assertThat(lines.get(8).body())
                .isEqualTo("{\"receipt\":{\"received\":8,\"inserted\":2,\"updated\":1,\"unchanged\":0,\"stale\":0,"
                        + "\"folded\":2,\"rejected\":3}}");
        // Folding equals writing one by one: the state between is a version too.
        assertThat(api.get("/rules/BULK_C/versions").each("items", "sql"))
                .containsExactly("SELECT 2 AS a", "SELECT 1 AS a");
    }

    @Test
    void savesAllOrNothingWhenAtomic() {
        var refused = api.postLines("/rules/bulk?atomic=true", """
                {"rule_code":"ATOMIC","sql":"SELECT 2 AS a"}
                {"rule_code":"CLEAN_UP","sql":"DELETE FROM guests"}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(database.count("rules WHERE rule_code = 'ATOMIC'")).isZero();
    }
}
