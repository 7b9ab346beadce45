package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Client;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What registries of this kind were seen to do wrong, one test for each, numbered as we count them. Numbers 8, 10, 14 and
 * 15 need no database: see the tests of the domain.
 */
@OnBothDatabases
@WithTables("guests")
class DefectsOfThePriorArtTest {
    private final TestDatabase database;
    private final Client api;

    DefectsOfThePriorArtTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void defect1RegisteringTheSameViewAgainFailsOrDuplicatesItsRow() {
        api.post("/rules/DEFECT_1/execute", sql("SELECT id FROM guests"));
        var first = api.put("/views/defect_1", "{\"summary\":\"first\"}");

        var again = api.put("/views/defect_1", "{\"summary\":\"first\"}");
        var executed = api.post("/rules/DEFECT_1/execute", sql("SELECT id, name FROM guests"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(executed.at("view.id")).isEqualTo(first.at("id"));
        assertThat(database.count("views_registry WHERE table_name = 'defect_1'"))
                .isEqualTo(1);
    }

    @Test
    void defect2InvalidSqlLeavesNoViewBehind() {
        api.post("/rules/DEFECT_2/execute", sql("SELECT id FROM guests"));

        var failed = api.post("/rules/DEFECT_2/execute", sql("SELECT id, FROM guests"));

        assertThat(failed.status()).isEqualTo(422);
        assertThat(api.get("/views/defect_2/rows").each("rows", "id")).containsExactly("1", "2", "3");
    }

    @Test
    void defect3AViewStandsWithoutItsRowWhenALaterStepFails() {
        // Made, and then refused for what its rows say: the last step before the end.
        var failed = api.post("/rules/DEFECT_3/execute", sql(unreadable()));

        assertThat(failed.at("type")).isEqualTo("/problems/view-not-readable");
        assertThat(database.query(liveViews("defect_3"))).isEmpty();
        assertThat(database.count("views_registry WHERE table_name = 'defect_3'"))
                .isZero();
        assertThat(database.count("rules WHERE rule_code = 'DEFECT_3'")).isZero();
        assertThat(api.get("/drift").body()).isEqualTo("{\"missing\":[],\"orphaned\":[],\"hand_edited\":[]}");
    }

    @Test
    void defect4AnotherRuleTakesTheViewSilently() {
        api.post("/rules/DEFECT_4/execute", sql("SELECT id FROM guests"));

        var thief =
                api.post("/rules/DEFECT_4_THIEF/execute", "{\"sql\":\"SELECT 7 AS id\",\"table_name\":\"defect_4\"}");

        assertThat(thief.status()).isEqualTo(409);
        assertThat(thief.at("rule_code")).isEqualTo("DEFECT_4");
        assertThat(api.get("/views/defect_4").at("rule_code")).isEqualTo("DEFECT_4");
        assertThat(api.get("/views/defect_4/rows").each("rows", "id")).containsExactly("1", "2", "3");
        assertThat(api.get("/rules/DEFECT_4_THIEF").status()).isEqualTo(404);
    }

    @Test
    void defect5ColumnsCannotMoveOrGoWhileSomethingReadsTheView() {
        api.post("/rules/DEFECT_5/execute", sql("SELECT id, name, city FROM guests"));
        api.post("/rules/DEFECT_5_READER/execute", sql("SELECT name FROM defect_5"));

        var moved = api.post("/rules/DEFECT_5/execute", sql("SELECT name, id AS number FROM guests"));

        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        assertThat(moved.at("change.removed")).isEqualTo("[id, city]");
        assertThat(api.get("/views/defect_5_reader/rows?sort=name").each("rows", "name"))
                .containsExactly("Ann", "Bo", "null");
    }

    @Test
    void defect6WhatHangsOnTheViewIsLostWhenItIsMadeAgain() {
        api.post("/rules/DEFECT_6/execute", sql("SELECT id, name FROM guests"));
        database.run(
                switch (database.kind()) {
                    case POSTGRESQL ->
                        List.of(
                                "GRANT SELECT ON registry_views.defect_6 TO PUBLIC",
                                "COMMENT ON COLUMN registry_views.defect_6.name IS 'first name'");
                    case SQLITE ->
                        List.of("CREATE TRIGGER defect_6_quiet INSTEAD OF INSERT ON defect_6" + " BEGIN SELECT 1; END");
                });

        api.post("/rules/DEFECT_6/execute", sql("SELECT id, city, name FROM guests"));

        assertThat(database.query(
                        switch (database.kind()) {
                            case POSTGRESQL ->
                                "SELECT FROM pg_class c JOIN pg_description d ON d.objoid = c.oid"
                                        + " WHERE c.relname = 'defect_6' AND d.objsubid = 3"
                                        + " AND d.description = 'first name'"
                                        + " AND has_table_privilege('pg_monitor', c.oid, 'SELECT')";
                            case SQLITE -> "SELECT 1 FROM sqlite_master WHERE name = 'defect_6_quiet'";
                        }))
                .hasSize(1);
    }

    @Test
    void defect7DependantsVanishAndStayAway() {
        api.post("/rules/DEFECT_7/execute", sql("SELECT id, name FROM guests"));
        api.post("/rules/DEFECT_7_NEAR/execute", sql("SELECT name FROM defect_7"));
        api.post("/rules/DEFECT_7_FAR/execute", sql("SELECT name FROM defect_7_near"));

        var rebuilt = api.post("/rules/DEFECT_7/execute", sql("SELECT city, name FROM guests"));
        var refused = api.post("/rules/DEFECT_7/execute", sql("SELECT city FROM guests"));

        assertThat(rebuilt.each("dependants", "table_name")).containsExactly("defect_7_near", "defect_7_far");
        assertThat(refused.at("type")).isEqualTo("/problems/dependant-broken");
        assertThat(refused.at("dependant")).isEqualTo("defect_7_near");
        assertThat(refused.at("column")).isEqualTo("name");
        assertThat(api.get("/views/defect_7_far/rows").each("rows", "name")).hasSize(3);
    }

    @Test
    void defect9AnUnknownRuleCodeRegistersAViewWithoutOwner() {
        database.sql("CREATE VIEW " + view("defect_9") + " AS SELECT 1 AS a");

        var refused = api.put("/views/defect_9", "{\"rule_code\":\"NO_SUCH_RULE\"}");
        var asked = api.put("/views/defect_9", "{\"rule_code\":null}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("/problems/unknown-rule");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.at("rule_id")).isEqualTo("null");
    }

    @Test
    void defect11ManyClientsMakingOneViewForTheFirstTimeFailInTheCatalogue() {
        InParallel.run(8, client -> {
            var made = api.post("/rules/DEFECT_11/execute", sql("SELECT id FROM guests"));
            assertThat(made.status()).as(made.body()).isEqualTo(200);
        });

        assertThat(api.get("/views/defect_11").at("version")).isEqualTo("1");
    }

    @Test
    void defect12TheTimeOfTheLastUpdateMovesWithEveryRun() {
        var first = api.post("/rules/DEFECT_12/execute", sql("SELECT id FROM guests"));
        IntStream.range(0, 3).forEach(i -> api.post("/rules/DEFECT_12/execute", null));
        var unmoved = api.get("/views/defect_12").at("updated_at");

        var changed = api.post("/rules/DEFECT_12/execute", sql("SELECT name FROM guests"));

        assertThat(unmoved).isEqualTo(first.at("view.updated_at"));
        assertThat(api.get("/rules/DEFECT_12").at("updated_at")).isNotEqualTo(first.at("rule.updated_at"));
        assertThat(changed.at("view.updated_at")).isNotEqualTo(unmoved);
    }

    @Test
    void defect13AFailedStepIsReportedAsASuccessAndLogicIsJudgedByItsWords() {
        var anyWords = api.post(
                "/rules/DEFECT_13/execute", "{\"sql\":\"SELECT id FROM guests\",\"logic\":\"```DROP``` whatever\"}");
        var failed = api.post("/rules/DEFECT_13_B/execute", sql("SELECT id FROM nowhere"));

        assertThat(anyWords.status()).isEqualTo(200);
        assertThat(anyWords.body()).doesNotContain("confidence", "\"message\"", "\"success\"");
        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.header("Content-Type")).startsWith("application/problem+json");
    }

    private static String sql(String select) {
        return "{\"sql\":\"" + select + "\"}";
    }

    private String unreadable() {
        return switch (database.kind()) {
            case POSTGRESQL -> "SELECT 1 / (id - 2) AS x FROM guests";
            case SQLITE -> "SELECT abs(-9223372036854775807 - id / 2) AS x FROM guests";
        };
    }

    private String liveViews(String name) {
        return switch (database.kind()) {
            case POSTGRESQL -> "SELECT 1 AS found FROM pg_views WHERE viewname = '" + name + "'";
            case SQLITE -> "SELECT 1 AS found FROM sqlite_master WHERE name = '" + name + "'";
        };
    }

    private String view(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }
}
