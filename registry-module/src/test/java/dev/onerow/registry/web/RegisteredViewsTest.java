package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Client;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("guests")
class RegisteredViewsTest {
    private final TestDatabase database;
    private final Client api;

    RegisteredViewsTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void aViewThatOthersMadeIsRegisteredWithoutAnOwner() {
        database.sql("CREATE VIEW " + data("own_one") + " AS SELECT id FROM " + data("guests"));

        var made = api.put("/views/own_one", "{\"summary\":\"by hand\"}");
        var again = api.put("/views/own_one", "{\"summary\":\"by hand\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.header("ETag")).isEqualTo("W/\"1-false\"");
        assertThat(made.at("rule_id")).isEqualTo("null");
        assertThat(made.at("definition")).isEqualTo("null");
        assertThat(made.at("columns.0.name")).isEqualTo("id");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("outcome")).isEqualTo("unchanged");
        assertThat(api.put("/views/own_one", api.get("/views/own_one").body()).at("outcome"))
                .isEqualTo("unchanged");
        assertThat(api.get("/views/own_one/rows").each("rows", "id")).containsExactly("1", "2", "3");
    }

    @Test
    void registeringAgainTakesTheColumnsAsTheyAreAndRunsNoDdl() {
        api.post("/rules/TOUCHED/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        database.sql("DROP VIEW " + view("touched"));
        database.sql("CREATE VIEW " + view("touched") + " AS SELECT name, id FROM " + data("guests"));

        var registered = api.put("/views/touched", "{}");

        assertThat(registered.at("outcome")).isEqualTo("updated");
        assertThat(registered.each("columns", "name")).containsExactly("name", "id");
        assertThat(registered.at("definition")).isEqualTo("SELECT id FROM guests");
        assertThat(registered.at("rule_sql_version")).isEqualTo("1");
        assertThat(registered.at("rule_code")).isEqualTo("TOUCHED");
        assertThat(api.get("/views/touched/rows").each("columns", "name")).containsExactly("name", "id");
        assertThat(api.get("/drift").at("hand_edited")).doesNotContain("touched");
    }

    @Test
    void aViewThatTheDatabaseLacksIsNotFound() {
        assertThat(api.put("/views/lacking", "{}").at("type")).isEqualTo("/problems/unknown-view");
        assertThat(api.get("/views/lacking").status()).isEqualTo(404);
    }

    @Test
    void aViewChangesItsOwnerByTransferOnly() {
        api.post("/rules/OWNER/execute", "{\"sql\":\"SELECT 1 AS a\",\"table_name\":\"owned\"}");
        api.put("/rules/OTHER", "{\"sql\":\"SELECT 1 AS a\"}");

        var refused = api.put("/views/owned", "{\"rule_code\":\"OTHER\"}");
        var byExecution = api.post("/rules/OTHER/execute", "{\"table_name\":\"owned\"}");
        var transferred = api.put("/views/owned?transfer=true", "{\"rule_code\":\"OTHER\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("type")).isEqualTo("/problems/view-owned-by-another-rule");
        assertThat(refused.at("title")).isEqualTo("View owned by another rule");
        assertThat(refused.at("detail")).isEqualTo("owned belongs to OWNER.");
        assertThat(byExecution.at("type")).isEqualTo("/problems/view-owned-by-another-rule");
        assertThat(transferred.status()).isEqualTo(200);
        assertThat(transferred.at("rule_code")).isEqualTo("OTHER");
        assertThat(transferred.at("outcome")).isEqualTo("updated");
    }

    @Test
    void aTransferToNobodyReleasesTheViewAndAnyRuleMayTakeIt() {
        api.post("/rules/LETS_GO/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        api.put("/rules/TAKES", "{\"sql\":\"SELECT 1 AS a\"}");

        var kept = api.put("/views/lets_go", "{\"rule_code\":null}");
        var released = api.put("/views/lets_go?transfer=true", "{\"rule_code\":null}");
        var taken = api.put("/views/lets_go", "{\"rule_code\":\"TAKES\"}");

        assertThat(kept.at("rule_code")).isEqualTo("LETS_GO");
        assertThat(released.at("rule_code")).isEqualTo("null");
        assertThat(taken.at("rule_code")).isEqualTo("TAKES");
    }

    @Test
    void anUnknownOwnerIsRefused() {
        api.post("/rules/KNOWN/execute", "{\"sql\":\"SELECT 1 AS a\"}");

        var refused = api.put("/views/known", "{\"rule_code\":\"NOBODY\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type")).isEqualTo("/problems/unknown-rule");
        assertThat(refused.at("errors.0.pointer")).isEqualTo("/rule_code");
    }

    @Test
    void aViewIsOutdatedFromTheSaveOfItsRuleToTheNextExecution() {
        api.post("/rules/AGES/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        var fresh = api.get("/views/ages").header("ETag");
        api.put("/rules/AGES", "{\"sql\":\"SELECT 2 AS a\"}");

        var old = api.get("/views/ages");
        api.post("/rules/AGES/execute", "{}");

        assertThat(fresh).isEqualTo("W/\"1-false\"");
        assertThat(old.at("outdated")).isEqualTo("true");
        assertThat(old.header("ETag")).isEqualTo("W/\"1-true\"");
        assertThat(api.get("/views/ages").at("outdated")).isEqualTo("false");
        assertThat(api.get("/views/ages", "If-None-Match", "W/\"2-false\"").status())
                .isEqualTo(304);
    }

    @Test
    void dependantsComeNearestFirstWithTheirOwners() {
        api.post("/rules/GROUND/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");
        api.post("/rules/STOREY_B/execute", "{\"sql\":\"SELECT id FROM ground\"}");
        api.post("/rules/STOREY_A/execute", "{\"sql\":\"SELECT id FROM storey_b\"}");

        var dependants = api.get("/views/ground/dependants");

        assertThat(dependants.each("items", "table_name")).containsExactly("storey_b", "storey_a");
        assertThat(dependants.each("items", "distance")).containsExactly("1", "2");
        assertThat(dependants.each("items", "rule_code")).containsExactly("STOREY_B", "STOREY_A");
        assertThat(dependants.each("items", "registered")).containsExactly("true", "true");
        assertThat(api.get("/views/nothing/dependants").status()).isEqualTo(404);

        var first = api.get("/views/ground/dependants?limit=1");
        var second = api.get("/views/ground/dependants?limit=1&cursor=" + first.at("next"));

        assertThat(first.each("items", "table_name")).containsExactly("storey_b");
        assertThat(second.each("items", "table_name")).containsExactly("storey_a");
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(api.get("/views/ground/dependants?limit=0").status()).isEqualTo(422);
    }

    @Test
    void aViewThatOthersReadIsNotDropped() {
        api.post("/rules/USED/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        api.post("/rules/USES/execute", "{\"sql\":\"SELECT id FROM used\"}");
        api.post("/rules/USES_IT/execute", "{\"sql\":\"SELECT id FROM uses\"}");

        var refused = api.delete("/views/used");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.at("type")).isEqualTo("/problems/view-has-dependants");
        assertThat(refused.at("dependants")).isEqualTo("[uses, uses_it]");
        assertThat(api.delete("/views/uses_it", "If-Match", "\"9\"").status()).isEqualTo(412);
        assertThat(api.delete("/views/uses_it").status()).isEqualTo(204);
        assertThat(api.delete("/views/uses").status()).isEqualTo(204);
        assertThat(api.delete("/views/used").status()).isEqualTo(204);
        assertThat(api.delete("/views/used").status()).isEqualTo(404);
        assertThat(api.get("/rules/USED").status()).isEqualTo(200);
    }

    @Test
    void aViewThatIsGoneAlreadyLeavesItsRow() {
        api.post("/rules/GONE/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        database.sql("DROP VIEW " + view("gone"));

        assertThat(api.delete("/views/gone").status()).isEqualTo(204);
    }

    @Test
    void deletingARuleKeepsItsViewAndTheRuleMadeAgainAdoptsIt() {
        api.post("/rules/PHOENIX/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        var before = api.get("/rules/PHOENIX").at("id");

        assertThat(api.delete("/rules/PHOENIX").status()).isEqualTo(204);

        var orphan = api.get("/views/phoenix");
        assertThat(orphan.at("rule_id")).isEqualTo("null");
        assertThat(orphan.at("version")).isEqualTo("2");
        assertThat(api.get("/views/phoenix/rows").each("rows", "a")).containsExactly("1");
        assertThat(api.get("/rules/PHOENIX/versions").status()).isEqualTo(404);

        var adopted = api.post("/rules/PHOENIX/execute", "{\"sql\":\"SELECT 1 AS a\"}");

        assertThat(adopted.at("rule.id")).isNotEqualTo(before);
        assertThat(adopted.at("rule.sql_version")).isEqualTo("1");
        assertThat(adopted.at("view.id")).isEqualTo(orphan.at("id"));
        assertThat(adopted.at("view.rule_code")).isEqualTo("PHOENIX");
    }

    @Test
    void driftNamesMissingOrphanedAndHandEditedViews() {
        api.post("/rules/LOST/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        api.post("/rules/EDITED/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        database.sql("DROP VIEW " + view("lost"));
        database.sql("DROP VIEW " + view("edited"));
        database.sql("CREATE VIEW " + view("edited") + " AS SELECT 2 AS a");
        database.sql("CREATE VIEW " + view("foreigner") + " AS SELECT 2 AS a");

        var drift = api.get("/drift");

        assertThat(drift.at("missing")).isEqualTo("[lost]");
        assertThat(drift.at("orphaned")).contains("foreigner");
        assertThat(drift.at("hand_edited")).isEqualTo("[edited]");

        api.post("/rules/LOST/execute", "{}");
        api.post("/rules/EDITED/execute", "{}");
        api.put("/views/foreigner", "{}");
        var settled = api.get("/drift");
        assertThat(settled.at("missing") + settled.at("hand_edited")).isEqualTo("[][]");
        assertThat(settled.at("orphaned")).doesNotContain("foreigner");
    }

    private String data(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "public." + name : name;
    }

    private String view(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }
}
