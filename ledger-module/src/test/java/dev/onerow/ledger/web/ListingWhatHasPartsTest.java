package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.ledger.statements.WatchedStatements;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ListingWhatHasPartsTest {
    private final TestDatabase database;
    private final Service service;

    ListingWhatHasPartsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        service.empty();
    }

    @Test
    void asksTheDatabaseAsOftenForManyTemplatesAsForTwo() {
        templates(0, 2);
        long forTwo = statementsOf("/category-templates");
        templates(2, 20);

        assertThat(statementsOf("/category-templates")).isEqualTo(forTwo);
    }

    @Test
    void asksTheDatabaseAsOftenForManyLedgersAsForTwo() {
        ledgers(0, 2);
        long forTwo = statementsOf("/ledgers");
        ledgers(2, 20);

        assertThat(statementsOf("/ledgers")).isEqualTo(forTwo);
    }

    @Test
    void givesEachTemplateItsOwnParts() {
        templates(0, 3);
        service.saved("/category-templates/bare", "{'name':'Bare','is_default':true}");

        Answer list = service.get("/category-templates");

        assertThat(list.each("id")).containsExactly("bare", "t0", "t1", "t2");
        list.list("items")
                .forEach(item -> assertThat(item)
                        .isEqualTo(service.get("/category-templates/" + item.get("id"))
                                .json()));
        assertThat(list.each("is_default")).containsExactly("true", "false", "false", "false");
    }

    @Test
    void endsAPageWhereTheTemplatesHaveVeryManyParts() {
        templates(0, 4);
        categories("t0", 9_000);
        categories("t1", 12_000);
        categories("t2", 9_000);

        Answer first = service.get("/category-templates?limit=3");
        Answer second = service.get("/category-templates?limit=3&cursor=" + first.at("next"));
        Answer third = service.get("/category-templates?limit=3&cursor=" + second.at("next"));

        assertThat(first.each("id")).containsExactly("t0");
        assertThat(second.each("id")).containsExactly("t1");
        assertThat(second.list("items").get(0).get("categories"))
                .satisfies(all -> assertThat((Collection<?>) all).hasSize(12_001));
        assertThat(third.each("id")).containsExactly("t2", "t3");
        assertThat(third.at("next")).isEqualTo("null");
    }

    @Test
    void showsTheFirstRejectedRecordsOfEachImport() {
        service.account("giro", "deposit");
        Answer many = service.importOfx("giro", rejecting(130));
        Answer few = service.importOfx("giro", rejecting(2));
        Answer none = service.importOfx("giro", rejecting(0));

        Answer list = service.get("/imports");

        assertThat(list.each("id")).containsExactlyInAnyOrder(many.at("id"), few.at("id"), none.at("id"));
        assertThat(inList(list, none).get("rejected")).isEqualTo(List.of());
        assertThat(inList(list, few)).isEqualTo(few.json());
        assertThat(inList(list, many).get("rejected"))
                .isEqualTo(many.list("rejected").subList(0, 100));
        assertThat(String.valueOf(inList(list, many).get("rejected_count"))).isEqualTo("130");
        assertThat(many.list("rejected")).hasSize(130);
        assertThat(service.get("/imports/" + many.at("id")).json()).isEqualTo(many.json());
    }

    private static Map<?, ?> inList(Answer list, Answer one) {
        return list.list("items").stream()
                .filter(item -> one.at("id").equals(item.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static String rejecting(int rows) {
        Ofx file = Ofx.file().row("2026-03-01", "-1", "A");
        IntStream.range(0, rows).forEach(i -> file.row("2026-03-02", "0", "R" + i));
        return file.row("2026-03-01", "-1", "A").text();
    }

    private long statementsOf(String list) {
        service.get(list);
        return database.bean(WatchedStatements.class).countDuring(() -> service.get(list));
    }

    private void templates(int from, int to) {
        IntStream.range(from, to)
                .forEach(i -> service.saved(
                        "/category-templates/t" + i,
                        "{'name':'T','categories':[{'id':'c" + i + "','name':'C'}],"
                                + "'rules':[{'id':'r" + i + "','category_id':'c" + i + "'},{'id':'q" + i
                                + "','category_id':'c" + i + "','priority':1}]}"));
    }

    private void ledgers(int from, int to) {
        IntStream.range(from, to).forEach(i -> service.saved("/ledgers/l" + i, "{'name':'L'}"));
    }

    private void categories(String template, int count) {
        String now = database.kind() == DatabaseKind.SQLITE
                ? "'2026-01-01T00:00:00.000000Z'"
                : "TIMESTAMPTZ '2026-01-01T00:00:00Z'";
        database.sql("INSERT INTO categories (id, template_id, name, version, created_at, updated_at)"
                + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count + ")"
                + " SELECT '" + template + "-' || i, '" + template + "', 'C', 1, " + now + ", " + now + " FROM n");
    }
}
