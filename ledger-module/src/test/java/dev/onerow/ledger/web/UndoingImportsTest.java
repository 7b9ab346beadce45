package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UndoingImportsTest {
    private final TestDatabase database;
    private final Service service;

    UndoingImportsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccount() {
        service.empty();
        service.account("giro", "deposit");
    }

    @Test
    void takesAwayOnlyWhatNoOtherImportVouchesFor() {
        Answer first = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "-2", "B")
                        .text());
        Answer second = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-02", "-2", "B")
                        .row("2026-03-03", "-3", "C")
                        .text());

        assertThat(service.delete("/imports/" + first.at("id")).status()).isEqualTo(204);

        assertThat(service.get("/transactions").each("merchant")).containsExactly("C", "B");
        assertThat(service.delete("/imports/" + first.at("id")).status()).isEqualTo(404);
        assertThat(service.delete("/imports/" + second.at("id")).status()).isEqualTo(204);
        assertThat(database.count("transactions") + database.count("raw_transactions"))
                .isZero();
    }

    @Test
    void takesTheNumberOfTheAccountAwayWithItsLastImport() {
        Answer wrong = service.importOfx(
                "giro", Ofx.file().account("4711").row("2026-03-01", "-1", "A").text());
        Answer wrongToo = service.importOfx(
                "giro", Ofx.file().account("4711").row("2026-03-02", "-1", "A").text());
        String right = Ofx.file().account("4712").row("2026-03-01", "-1", "A").text();

        service.delete("/imports/" + wrong.at("id"));
        Answer tooEarly = service.importOfx("giro", right);
        service.delete("/imports/" + wrongToo.at("id") + "?dry_run=true");
        Answer rehearsed = service.get("/accounts/giro");
        service.delete("/imports/" + wrongToo.at("id"));

        assertThat(tooEarly.problem()).isEqualTo("/problems/account-mismatch");
        assertThat(rehearsed.at("last4")).isEqualTo("4711");
        assertThat(service.get("/accounts/giro").texts("account_number_hash", "last4"))
                .isEqualTo("null null");
        assertThat(service.importOfx("giro", right).status()).isEqualTo(201);
        assertThat(service.get("/accounts/giro").at("last4")).isEqualTo("4712");
    }

    @Test
    void asksAnImportForNoVersion() {
        String id = service.importOfx(
                        "giro", Ofx.file().row("2026-03-01", "-1", "A").text())
                .at("id");

        Answer named = service.delete("/imports/" + id, "If-Match", "\"9\"");
        Answer rehearsed = service.delete("/imports/" + id + "?dry_run=true", "If-Match", "W/\"0\", \"1\"");
        Answer none = service.delete("/imports/" + id, "If-None-Match", "*");
        Answer malformed = service.delete("/imports/" + id, "If-Match", "9");

        assertThat(List.of(named, rehearsed, none)).extracting(Answer::status).containsOnly(412);
        assertThat(named.texts("type", "detail"))
                .isEqualTo("/problems/precondition-failed The import is there, and has no version.");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(database.count("transactions")).isEqualTo(1);
        assertThat(service.delete("/imports/none", "If-Match", "\"9\"").status())
                .isEqualTo(404);
        assertThat(service.delete("/imports/" + id, "If-Match", "*").status()).isEqualTo(204);
    }

    @Test
    void letsTheSameFileBeImportedAgain() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();
        Answer first = service.importOfx("giro", file);
        service.delete("/imports/" + first.at("id"));

        Answer again = service.importOfx("giro", file);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.texts("created", "already_present")).isEqualTo("1 0");
        assertThat(again.at("id")).isNotEqualTo(first.at("id"));
    }

    @Test
    void leavesWhatWasEnteredByHand() {
        service.put("/transactions/mine", "{'account_id':'giro','date':'2026-03-02','amount':'-1'}");
        Answer matched = service.importOfx(
                "giro", Ofx.file().row("2026-03-01", "-1", "A").text());

        service.delete("/imports/" + matched.at("id"));

        assertThat(matched.at("matched")).isEqualTo("1");
        assertThat(service.get("/transactions").each("id")).containsExactly("mine");
    }

    @Test
    void removesNothingWhileATransactionThatWouldGoIsLocked() {
        Answer imported = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "-2", "B")
                        .text());
        String id = service.get("/transactions?q=A").each("id").get(0);
        service.saved(
                "/transactions/" + id,
                service.get("/transactions/" + id).body().replace("\"locked\":false", "\"locked\":true"));

        Answer refused = service.delete("/imports/" + imported.at("id"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/locked-transactions");
        assertThat(refused.at("transaction_ids")).isEqualTo("[" + id + "]");
        assertThat(database.count("transactions")).isEqualTo(2);
        assertThat(database.count("raw_transactions")).isEqualTo(2);
    }

    @Test
    void tellsWhatWouldGoAndWhatAPersonDecidedOfIt() {
        service.saved("/category-templates/t", "{'name':'T','categories':[{'id':'food','name':'Food'}]}");
        service.saved("/ledgers/all", "{'name':'All','category_template_id':'t'}");
        Answer imported = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "0", "B")
                        .text());
        String id = service.get("/transactions").each("id").get(0);
        service.saved("/ledgers/all/transactions/" + id + "/category", "{'category_id':'food'}");

        Answer tried = service.delete("/imports/" + imported.at("id") + "?dry_run=true");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.texts("import_batches", "raw_transactions", "transactions", "mappings", "manual_mappings"))
                .isEqualTo("1 2 1 1 1");
        assertThat(database.count("transactions")).isEqualTo(1);
        assertThat(service.delete("/imports/" + imported.at("id") + "?dry_run=maybe")
                        .places())
                .containsExactly("dry_run");
    }

    @Test
    void happensOnceHoweverManyAskAtOnce() {
        Answer imported = service.importOfx(
                "giro", Ofx.file().row("2026-03-01", "-1", "A").text());

        List<Answer> answers = Service.atOnce(4, i -> service.delete("/imports/" + imported.at("id")));

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 404).hasSize(3);
    }

    @Test
    void showsImportsTheLatestFirstWithTheirRows() {
        service.account("other", "deposit");
        Answer first = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-01", "x", "B")
                        .text());
        Answer second = service.importOfx(
                "other", Ofx.file().row("2026-03-02", "-1", "A").text());

        Answer page = service.get("/imports?limit=1");
        Answer rows = service.get("/imports/" + first.at("id") + "/raw-transactions?limit=1");

        assertThat(page.each("id")).containsExactly(second.at("id"));
        assertThat(service.get("/imports?limit=1&cursor=" + page.at("next")).each("id"))
                .containsExactly(first.at("id"));
        assertThat(service.get("/imports?account=giro").each("id")).containsExactly(first.at("id"));
        assertThat(service.get("/imports/" + first.at("id")).json()).isEqualTo(first.json());
        assertThat(rows.each("row_number")).containsExactly("1");
        assertThat(rows.list("items").get(0).keySet().stream().map(String::valueOf))
                .contains(
                        "account_id",
                        "account_type",
                        "source_file_name",
                        "extracted_at",
                        "parsed_data",
                        "transaction_id");
        assertThat(service.get("/imports/" + first.at("id") + "/raw-transactions?limit=1&cursor=" + rows.at("next"))
                        .each("problem"))
                .doesNotContain("null");
        assertThat(service.get("/imports/none").problem()).isEqualTo("/problems/unknown-import");
        assertThat(service.get("/imports/n%20one").problem()).isEqualTo("/problems/invalid-import-id");
    }
}
