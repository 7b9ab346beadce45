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
class DependantsTest {
    private final TestDatabase database;
    private final Client api;

    DependantsTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
    }

    @Test
    void rebuildsDependantsAndSaysWhich() {
        api.post("/rules/BASE/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");
        api.post("/rules/UPPER/execute", "{\"sql\":\"SELECT name, id FROM base\"}");
        database.sql("CREATE VIEW " + data("unregistered") + " AS SELECT name FROM " + view("upper"));

        var changed = api.post("/rules/BASE/execute", "{\"sql\":\"SELECT city, id, name FROM guests\"}");

        assertThat(changed.each("dependants", "table_name")).containsExactly("upper", "unregistered");
        assertThat(changed.each("dependants", "registered")).containsExactly("true", "false");
        assertThat(changed.at("dependants.0.rebuilt"))
                .isEqualTo(Boolean.toString(database.kind() == DatabaseKind.POSTGRESQL));
        assertThat(api.post("/rules/UPPER/execute", "{}").at("view.outcome")).isEqualTo("unchanged");
        assertThat(database.query("SELECT * FROM " + data("unregistered"))).hasSize(3);
    }

    @Test
    void takesNoViewOfAnotherSchemaForTheRegisteredOneOfItsName() {
        api.post("/rules/TWIN/execute", "{\"sql\":\"SELECT 1 AS a\"}");
        api.post("/rules/TWIN_BASE/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");
        var registered = api.get("/views/twin").body();
        if (database.kind() == DatabaseKind.POSTGRESQL) {
            database.sql("CREATE VIEW public.twin AS SELECT name FROM registry_views.twin_base");
        }

        var changed = api.post("/rules/TWIN_BASE/execute", "{\"sql\":\"SELECT city, name FROM guests\"}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(api.get("/views/twin").body()).isEqualTo(registered);
        assertThat(api.get("/drift").at("hand_edited")).doesNotContain("twin");
    }

    @Test
    void refusesToBreakADependant() {
        api.post("/rules/BASE2/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");
        api.post("/rules/READER2/execute", "{\"sql\":\"SELECT name FROM base2\"}");

        var broken = api.post("/rules/BASE2/execute", "{\"sql\":\"SELECT id FROM guests\"}");

        assertThat(broken.status()).isEqualTo(409);
        assertThat(broken.at("type")).isEqualTo("/problems/dependant-broken");
        assertThat(broken.at("dependant")).isEqualTo("reader2");
        assertThat(broken.at("column")).isEqualTo("name");
        assertThat(api.get("/views/reader2/rows").at("rows.0")).isEqualTo("{name=Ann}");
        assertThat(api.get("/rules/BASE2").at("sql")).isEqualTo("SELECT id, name FROM guests");
    }

    @Test
    void rememberedColumnsOfDependantsFollowThoseOfTheView() {
        api.post("/rules/TYPED/execute", "{\"sql\":\"SELECT id AS x, name FROM guests\"}");
        api.post("/rules/TYPED_NEAR/execute", "{\"sql\":\"SELECT * FROM typed\"}");
        api.post("/rules/TYPED_FAR/execute", "{\"sql\":\"SELECT x FROM typed_near\"}");
        var before = api.get("/views/typed_far");

        var retyped = api.post("/rules/TYPED/execute", "{\"sql\":\"SELECT city AS x, name FROM guests\"}");

        assertThat(retyped.at("change.retyped")).isEqualTo("[{name=x, from=integer, to=text}]");
        assertThat(before.each("columns", "type")).containsExactly("integer");
        assertThat(api.get("/views/typed_far").each("columns", "type")).containsExactly("text");
        assertThat(api.get("/views/typed_near").at("columns.0")).isEqualTo("{name=x, type=text}");
        assertThat(api.get("/views/typed_far").at("id")).isEqualTo(before.at("id"));
        assertThat(api.get("/drift").at("hand_edited")).doesNotContain("typed");
        assertThat(api.post("/rules/TYPED_FAR/execute", null).at("view.outcome"))
                .isEqualTo("unchanged");
        assertThat(api.get("/views/typed_far/rows?sort=x").each("rows", "x")).containsExactly("Oslo", "Oslo", "Rome");
    }

    @Test
    void aViewTwoLevelsUpIsLookedAtToo() {
        api.post("/rules/LOW/execute", "{\"sql\":\"SELECT id, name FROM guests\"}");
        api.post("/rules/MIDDLE/execute", "{\"sql\":\"SELECT * FROM low\"}");
        api.post("/rules/HIGH/execute", "{\"sql\":\"SELECT name FROM middle\"}");

        var refused = api.post("/rules/LOW/execute", "{\"sql\":\"SELECT id FROM guests\"}");

        assertThat(refused.at("type")).isEqualTo("/problems/dependant-broken");
        assertThat(refused.at("column")).isEqualTo("name");
        // PostgreSQL has spelled out the star, to SQLite it means whatever there is.
        assertThat(refused.at("dependant")).isEqualTo(database.kind() == DatabaseKind.POSTGRESQL ? "middle" : "high");
        assertThat(api.get("/views/high/rows").each("rows", "name")).hasSize(3);
    }

    private String data(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "public." + name : name;
    }

    private String view(String name) {
        return database.kind() == DatabaseKind.POSTGRESQL ? "registry_views." + name : name;
    }
}
