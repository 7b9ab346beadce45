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
class ExecutionsTest {
    private final TestDatabase database;
    private final Client api;

    ExecutionsTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void makesTheViewTheRegistryRowAndTheRuleInOneCall() {
        var made = api.post(
                "/rules/FIRST/execute",
                "{\"sql\":\"SELECT id, name FROM guests\",\"name\":\"First guests\",\"summary\":\"everyone\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.at("rule.outcome")).isEqualTo("inserted");
        assertThat(made.at("view.outcome")).isEqualTo("inserted");
        assertThat(made.at("view.table_name")).isEqualTo("first_guests");
        assertThat(made.at("view.rule_code")).isEqualTo("FIRST");
        assertThat(made.at("view.rule_id")).isEqualTo(made.at("rule.id"));
        assertThat(made.at("view.summary")).isEqualTo("everyone");
        assertThat(made.at("view.definition")).isEqualTo("SELECT id, name FROM guests");
        assertThat(made.at("view.columns.0.name")).isEqualTo("id");
        assertThat(made.at("view.columns.0.type")).isEqualTo("integer");
        assertThat(made.at("view.row_count")).isEqualTo("3");
        assertThat(made.at("change.added")).isEqualTo("[id, name]");
        assertThat(made.at("change.verdict")).isEqualTo("compatible");
        assertThat(made.at("dependants")).isEqualTo("[]");
        assertThat(api.get("/views/first_guests/rows").at("rows.0")).isEqualTo("{id=1, name=Ann}");
    }

    @Test
    void executingAgainUnchangedTouchesNothing() {
        api.post("/rules/SAME/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var rule = api.get("/rules/SAME").body();
        var view = api.get("/views/same").body();
        var catalogue = catalogue("same");

        var again = api.post("/rules/SAME/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var withoutBody = api.post("/rules/SAME/execute", null);

        assertThat(again.at("rule.outcome")).isEqualTo("unchanged");
        assertThat(again.at("view.outcome")).isEqualTo("unchanged");
        assertThat(again.at("change.verdict")).isEqualTo("none");
        assertThat(withoutBody.at("view.outcome")).as(withoutBody.body()).isEqualTo("unchanged");
        assertThat(api.get("/rules/SAME").body()).isEqualTo(rule);
        assertThat(api.get("/views/same").body()).isEqualTo(view);
        assertThat(catalogue("same")).isEqualTo(catalogue);
    }

    @Test
    void anotherLayoutIsANewVersionAndNoNewView() {
        api.post("/rules/LAYOUT/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var catalogue = catalogue("layout");

        var again = api.post("/rules/LAYOUT/execute", "{\"sql\":\"SELECT  id -- key\\n  FROM guests\"}");

        assertThat(again.at("rule.outcome")).isEqualTo("updated");
        assertThat(again.at("rule.sql_version")).isEqualTo("2");
        assertThat(again.at("view.outcome")).isEqualTo("updated");
        assertThat(again.at("view.rule_sql_version")).isEqualTo("2");
        assertThat(again.at("view.definition")).isEqualTo("SELECT id FROM guests");
        assertThat(catalogue("layout")).isEqualTo(catalogue);
    }

    @Test
    void keepsItsIdsWhileColumnsAreAddedDroppedRenamedAndReordered() {
        var first = api.post("/rules/COLUMNS/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");

        var middle = api.post("/rules/COLUMNS/execute", "{\"sql\":\"SELECT id, city, name FROM guests\"}");
        var swapped = api.post("/rules/COLUMNS/execute", "{\"sql\":\"SELECT name, city, id FROM guests\"}");
        var renamed = api.post("/rules/COLUMNS/execute", "{\"sql\":\"SELECT name AS guest, id FROM guests\"}");

        assertThat(middle.at("change.added")).isEqualTo("[city]");
        assertThat(middle.at("change.verdict")).isEqualTo("compatible");
        assertThat(swapped.at("change.reordered")).isEqualTo("true");
        assertThat(renamed.at("change.added")).isEqualTo("[guest]");
        assertThat(renamed.at("change.removed")).isEqualTo("[name, city]");
        assertThat(renamed.at("change.verdict")).isEqualTo("breaking");
        assertThat(renamed.at("view.outcome")).isEqualTo("updated");
        assertThat(renamed.at("view.id")).isEqualTo(first.at("view.id"));
        assertThat(renamed.at("rule.id")).isEqualTo(first.at("rule.id"));
        assertThat(renamed.at("view.created_at")).isEqualTo(first.at("view.created_at"));
    }

    @Test
    void aFailureLeavesRuleVersionsAndViewAsTheyWere() {
        api.post("/rules/FAILS/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        var rule = api.get("/rules/FAILS").body();

        var failed = api.post("/rules/FAILS/execute", "{\"sql\":\"SELECT nope\\r\\n FROM guests\"}");

        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.at("type")).isEqualTo("/problems/invalid-sql");
        assertThat(failed.at("errors.0.code")).isEqualTo("unknown-column");
        assertThat(failed.at("errors.0.pointer")).isEqualTo("/sql");
        assertThat(failed.body()).doesNotContain("Exception").doesNotContain("CREATE VIEW");
        assertThat(api.get("/rules/FAILS").body()).isEqualTo(rule);
        assertThat(api.get("/rules/FAILS/versions").each("items", "sql_version"))
                .containsExactly("1");
        assertThat(api.get("/views/fails/rows").at("rows.0")).isEqualTo("{id=1}");
    }

    @Test
    void aViewThatCannotBeReadIsNotMade() {
        var sql = database.kind() == DatabaseKind.POSTGRESQL
                ? "SELECT 1 / (id - 2) AS x FROM guests"
                : "SELECT abs(-9223372036854775807 - id / 2) AS x FROM guests";

        var failed = api.post("/rules/UNREADABLE/execute", "{\"sql\":\"" + sql + "\"}");

        assertThat(failed.status()).isEqualTo(422);
        assertThat(failed.at("type")).isEqualTo("/problems/view-not-readable");
        assertThat(api.get("/rules/UNREADABLE").status()).isEqualTo(404);
        assertThat(api.get("/views/unreadable").status()).isEqualTo(404);
    }

    @Test
    void aDryRunShowsEverythingAndWritesNothing() {
        api.post("/rules/DRY/execute", "{\"sql\":\"SELECT id FROM guests\"}");

        var tried = api.post("/rules/DRY/execute?dry_run=true", "{\"sql\":\"SELECT name FROM guests\"}");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.at("rule.outcome")).isEqualTo("updated");
        assertThat(tried.at("change.removed")).isEqualTo("[id]");
        assertThat(tried.at("view.row_count")).isEqualTo("3");
        assertThat(api.get("/rules/DRY").at("sql")).isEqualTo("SELECT id FROM guests");
        assertThat(api.get("/views/dry/rows").at("columns.0.name")).isEqualTo("id");
    }

    @Test
    void anUnknownRuleWithoutSqlIsNotFound() {
        assertThat(api.post("/rules/NOBODY/execute", "{}").status()).isEqualTo(404);
        assertThat(api.post("/rules/NOBODY/execute", "{\"name\":\"x\"}").at("type"))
                .isEqualTo("/problems/unknown-rule");
    }

    @Test
    void refusesNamesThatNoViewCanHave() {
        var reserved = api.post("/rules/R1/execute", "{\"sql\":\"SELECT 1 AS a\",\"table_name\":\"rules\"}");
        var form = api.post("/rules/R1/execute", "{\"sql\":\"SELECT 1 AS a\",\"table_name\":\"A b\"}");
        var derived = api.post("/rules/R1/execute", "{\"sql\":\"SELECT 1 AS a\",\"name\":\"pg stats\"}");
        var taken = api.post("/rules/R1/execute", "{\"sql\":\"SELECT 1 AS a\",\"table_name\":\"guests\"}");

        assertThat(reserved.at("type")).isEqualTo("/problems/invalid-view-name");
        assertThat(form.at("type")).isEqualTo("/problems/invalid-view-name");
        assertThat(derived.at("type")).isEqualTo("/problems/invalid-view-name");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.at("type")).isEqualTo("/problems/view-name-taken");
        assertThat(api.get("/rules/R1").status()).isEqualTo(404);
    }

    @Test
    void aRuleKeepsItsViewWhenItsNameChangesAndMustChooseAmongSeveral() {
        api.post("/rules/KEEPS/execute", "{\"sql\":\"SELECT 1 AS a\"}");

        var renamed = api.post("/rules/KEEPS/execute", "{\"name\":\"Other name\"}");
        api.post("/rules/KEEPS/execute", "{\"table_name\":\"keeps_too\"}");
        var ambiguous = api.post("/rules/KEEPS/execute", "{}");

        assertThat(renamed.at("view.table_name")).isEqualTo("keeps");
        assertThat(ambiguous.status()).isEqualTo(409);
        assertThat(ambiguous.at("type")).isEqualTo("/problems/ambiguous-view");
        assertThat(ambiguous.at("table_names")).isEqualTo("[keeps, keeps_too]");
        assertThat(api.post("/rules/KEEPS/execute", "{\"table_name\":\"keeps\"}")
                        .at("view.outcome"))
                .isEqualTo("unchanged");
    }

    @Test
    void aViewWhoseNameDiffersInLetterCaseOnlyIsInTheWayWhereTheDatabaseMixesThemUp() {
        database.sql("CREATE VIEW " + (database.kind() == DatabaseKind.POSTGRESQL ? "public." : "")
                + "\"Mixed_Up\" AS SELECT 1 AS a");

        var answer = api.post("/rules/MIXED_UP/execute", "{\"sql\":\"SELECT 2 AS a\"}");

        switch (database.kind()) {
            case POSTGRESQL -> assertThat(answer.at("view.outcome")).isEqualTo("inserted");
            case SQLITE -> assertThat(answer.at("type")).isEqualTo("/problems/view-name-taken");
        }
    }

    @Test
    void doesNotTakeTheNameOfItsViewBackFromATable() {
        api.post("/rules/OUSTED/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        database.sql("DROP VIEW " + view("ousted"));
        database.sql("CREATE TABLE " + view("ousted") + " (a integer)");

        var again = api.post("/rules/OUSTED/execute", "{}");
        var changed = api.post("/rules/OUSTED/execute", "{\"sql\":\"SELECT 2 AS a\"}");
        database.sql("DROP TABLE " + view("ousted"));

        assertThat(again.at("type")).isEqualTo("/problems/view-name-taken");
        assertThat(changed.at("type")).isEqualTo("/problems/view-name-taken");
        assertThat(api.get("/rules/OUSTED").at("sql")).isEqualTo("SELECT 1 AS a");
    }

    @Test
    void repairsAViewThatWasDroppedOrEditedByHand() {
        api.post("/rules/MENDED/execute", "{\"sql\":\"SELECT id FROM guests\"}");
        database.sql("DROP VIEW " + view("mended"));

        var dropped = api.post("/rules/MENDED/execute", "{}");
        database.sql("DROP VIEW " + view("mended"));
        database.sql("CREATE VIEW " + view("mended") + " AS SELECT 7 AS id");
        var edited = api.post("/rules/MENDED/execute", "{}");

        assertThat(dropped.status()).as(dropped.body()).isEqualTo(200);
        assertThat(dropped.at("view.outcome")).isEqualTo("updated");
        assertThat(edited.at("view.row_count")).isEqualTo("3");
        assertThat(edited.at("view.outcome")).isEqualTo("updated");
        assertThat(edited.at("view.version")).isEqualTo("1");
        assertThat(api.post("/rules/MENDED/execute", "{}").at("view.outcome")).isEqualTo("unchanged");
    }

    @Test
    void readsNothingOutsideOfTheReadableSchemas() {
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.sql("CREATE SCHEMA secret");
            database.sql("CREATE TABLE secret.salaries (id integer)");
        }
        var refused = api.post("/rules/SECRET/execute", "{\"sql\":\"SELECT id FROM secret.salaries\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("type"))
                .isEqualTo(
                        database.kind() == DatabaseKind.POSTGRESQL
                                ? "/problems/schema-not-readable"
                                : "/problems/invalid-sql");
    }

    /** What the catalogue has of a view; anything made again differs. */
    private String catalogue(String name) {
        return String.valueOf(database.query(
                switch (database.kind()) {
                    case POSTGRESQL -> "SELECT c.oid, c.xmin::text FROM pg_class c WHERE c.relname = '" + name + "'";
                    case SQLITE -> "SELECT rowid, sql FROM sqlite_master WHERE name = '" + name + "'";
                }));
    }

    private String view(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }
}
