package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("guests")
class RowsOfViewsTest {
    private final DatabaseKind kind;
    private final Client api;

    RowsOfViewsTest(TestDatabase database) {
        this.kind = database.kind();
        this.api = Api.on(database);
    }

    @BeforeEach
    void makeAView() {
        api.post("/rules/GUEST_ROWS/execute", "{\"sql\":\"SELECT id, name, city FROM guests\"}");
    }

    @Test
    void comeInPagesAsJson() {
        var first = api.get("/views/guest_rows/rows?limit=2");
        var rest = api.get("/views/guest_rows/rows?limit=2&offset=" + first.at("next"));

        assertThat(first.header("Content-Type")).startsWith("application/json");
        assertThat(first.each("columns", "name")).containsExactly("id", "name", "city");
        assertThat(first.each("rows", "id")).containsExactly("1", "2");
        assertThat(first.at("next")).isEqualTo("2");
        assertThat(rest.each("rows", "id")).containsExactly("3");
        assertThat(rest.at("next")).isEqualTo("null");
        assertThat(api.get("/views/guest_rows/rows", "Accept", "*/*").each("rows", "id"))
                .hasSize(3);
    }

    @Test
    void areSortedAndSearched() {
        assertThat(api.get("/views/guest_rows/rows?sort=name").each("rows", "name"))
                .containsExactly("Ann", "Bo", "null");
        assertThat(api.get("/views/guest_rows/rows?sort=-name").each("rows", "name"))
                .containsExactly("null", "Bo", "Ann");
        assertThat(api.get("/views/guest_rows/rows?sort=-city&q=OS").each("rows", "id"))
                .containsExactly("1", "3");
        assertThat(api.get("/views/guest_rows/rows?q=%25").each("rows", "id")).isEmpty();
    }

    @Test
    void streamAsCsv() {
        api.post(
                "/rules/CSV_ROWS/execute",
                "{\"sql\":\"SELECT 1 AS a, '=1+1' AS b, 'x, \\\"y\\\"' AS \\\"c d\\\", NULL AS e\"}");

        var csv = api.get("/views/csv_rows/rows", "Accept", "text/csv");

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).isEqualTo("a,b,c d,e\r\n1,=1+1,\"x, \"\"y\"\"\",\r\n");
    }

    @Test
    void streamAsNdjsonAndStopAtALimit() {
        var all = api.get("/views/guest_rows/rows", "Accept", "application/x-ndjson");
        var some = api.get("/views/guest_rows/rows?limit=1&offset=1", "Accept", "application/x-ndjson");

        assertThat(all.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(all.eachLine()).hasSize(3);
        assertThat(some.body()).isEqualTo("{\"id\":2,\"name\":\"Bo\",\"city\":\"Rome\"}\n");
    }

    @Test
    void areOneLineEachWhateverIsInTheirCells() {
        var cell = "'{\\\"a\\\":\\n[1,\\r\\n2]}'";
        var json = kind == DatabaseKind.POSTGRESQL ? "CAST(" + cell + " AS json)" : cell;
        api.post("/rules/LONG_CELLS/execute", "{\"sql\":\"SELECT " + json + " AS j\"}");

        var lines = api.get("/views/long_cells/rows", "Accept", "application/x-ndjson")
                .eachLine();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).at("j"))
                .isEqualTo(kind == DatabaseKind.POSTGRESQL ? "{a=[1, 2]}" : "{\"a\":\n[1,\n2]}");
    }

    @Test
    void refuseWhatTheyDoNotHave() {
        assertThat(api.get("/views/nothing/rows").status()).isEqualTo(404);
        assertThat(api.get("/views/nothing/rows").at("type")).isEqualTo("/problems/unknown-view");
        assertThat(api.get("/views/guest_rows/rows?sort=age").status()).isEqualTo(422);
        assertThat(api.get("/views/guest_rows/rows?sort=age").at("errors.0.parameter"))
                .isEqualTo("sort");
        assertThat(api.get("/views/guest_rows/rows?limit=501").status()).isEqualTo(422);
        assertThat(api.get("/views/guest_rows/rows?page=1").status()).isEqualTo(400);
        assertThat(api.get("/views/A/rows").at("type")).isEqualTo("/problems/invalid-view-name");
    }
}
