package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class CategorisingTest {
    private final TestDatabase database;
    private final Service service;

    CategorisingTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void aLedger() {
        service.empty();
        service.account("giro", "deposit");
        service.saved(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'expense','name':'Expense','flow':'flow_out'},"
                        + "{'id':'food','name':'Food','parent_id':'expense'},"
                        + "{'id':'rent','name':'Rent','parent_id':'expense'},"
                        + "{'id':'income','name':'Income','flow':'flow_in'}],"
                        + "'rules':[{'id':'kiosk','category_id':'food','conditions':{'merchant_pattern':'kiosk'}}]}");
        service.saved("/ledgers/main", "{'name':'Main','category_template_id':'home'}");
        service.saved("/ledgers/side", "{'name':'Side','category_template_id':'home'}");
    }

    @Test
    void appliesTheRulesAndTellsWhatBecameOfEachTransaction() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk am Ring");
        service.transaction("b", "2026-03-02", "-2", "Landlord");

        Answer tried = service.post("/ledgers/main/categorise?dry_run=true");
        Answer first = service.post("/ledgers/main/categorise");
        Answer again = service.post("/ledgers/main/categorise");

        assertThat(tried.json()).isEqualTo(first.json());
        assertThat(first.body())
                .isEqualTo(
                        "{\"examined\":2,\"inserted\":1,\"updated\":0,\"unchanged\":1,\"cleared\":0,\"skipped_manual\":0}");
        assertThat(again.texts("inserted", "unchanged")).isEqualTo("0 2");
        assertThat(service.get("/ledgers/main/transactions/a/category")
                        .texts("category_id", "assigned_by", "rule_id", "rule_version", "version"))
                .isEqualTo("food auto kiosk 1 1");
        assertThat(service.get("/ledgers/main/transactions/b/category").problem())
                .isEqualTo("/problems/unknown-category-of-transaction");
    }

    @Test
    void refusesMembersThatItDoesNotHave() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk am Ring");

        Answer refused = service.send("POST", "/ledgers/main/categorise", "{\"dry_run\":true}");
        Answer run = service.send("POST", "/ledgers/main/categorise", "{}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.each("errors", "pointer")).containsExactly("/dry_run");
        assertThat(run.at("inserted")).isEqualTo("1");
    }

    @Test
    void neverOverridesWhatAPersonChose() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        assign("main", "a", "{'category_id':'rent','tags':['x','x']}");

        Answer run = service.post("/ledgers/main/categorise");

        assertThat(run.texts("examined", "skipped_manual", "updated")).isEqualTo("1 1 0");
        assertThat(service.get("/ledgers/main/transactions/a/category").texts("category_id", "assigned_by", "tags"))
                .isEqualTo("rent manual [x]");
    }

    @Test
    void takesAwayWhatNoRuleGivesAnyMore() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        service.post("/ledgers/main/categorise");
        service.saved(
                "/category-templates/home/rules/kiosk",
                "{'category_id':'food','enabled':false,'conditions':{'merchant_pattern':'kiosk'}}");

        Answer run = service.post("/ledgers/main/categorise");

        assertThat(run.texts("examined", "cleared")).isEqualTo("1 1");
        assertThat(service.get("/ledgers/main/transactions/a/category").status())
                .isEqualTo(404);
    }

    @Test
    void keepsTheMappingWhenItsRuleGoes() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        service.post("/ledgers/main/categorise");

        service.delete("/category-templates/home/rules/kiosk");

        assertThat(service.get("/ledgers/main/transactions/a/category")
                        .texts("category_id", "rule_id", "rule_version", "version"))
                .isEqualTo("food null null 2");
    }

    @Test
    void categorisesWhatAnImportCreatesInEveryLedgerThatShowsIt() {
        service.saved("/ledgers/side", "{'name':'Side','category_template_id':'home','rules':{'min_amount':'5'}}");

        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "Kiosk")
                        .row("2026-03-02", "-9", "Kiosk")
                        .text());

        assertThat(service.get("/ledgers/main/transactions").each("category_id"))
                .containsExactly("food", "food");
        assertThat(service.get("/ledgers/side/transactions").each("category_id"))
                .containsExactly("food");
        assertThat(database.count("transaction_category_mappings")).isEqualTo(3);
    }

    @Test
    void keepsOneMappingForATransactionInALedger() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");

        Answer first = assign("main", "a", "{'category_id':'food'}");
        Answer same = assign("main", "a", "{'category_id':'food'}");
        Answer other = assign("main", "a", "{'category_id':'rent','tags':['home']}");
        assign("side", "a", "{'category_id':'food'}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/v1/ledger/ledgers/main/transactions/a/category");
        assertThat(same.texts("outcome", "version")).isEqualTo("unchanged 1");
        assertThat(other.texts("outcome", "version", "tags")).isEqualTo("updated 2 [home]");
        assertThat(other.at("id")).isEqualTo(first.at("id"));
        assertThat(database.count("transaction_category_mappings")).isEqualTo(2);
        assertThat(service.get("/ledgers/side/transactions/a/category").at("category_id"))
                .isEqualTo("food");
    }

    @Test
    void assignsOnceHoweverManySayTheSameAtOnce() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");

        List<Answer> answers = Service.atOnce(6, i -> assign("main", "a", "{'category_id':'food'}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.at("outcome").equals("unchanged"))
                .hasSize(5);
    }

    @Test
    void keepsTheHandWhenRulesRunAtTheSameTime() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");

        Service.atOnce(
                6,
                i -> i % 2 == 0
                        ? service.post("/ledgers/main/categorise")
                        : assign("main", "a", "{'category_id':'rent'}"));

        assertThat(service.get("/ledgers/main/transactions/a/category").texts("category_id", "assigned_by"))
                .isEqualTo("rent manual");
    }

    @Test
    void refusesCategoriesThatDoNotFit() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        service.saved("/category-templates/other", "{'name':'O','categories':[{'id':'foreign','name':'F'}]}");
        service.saved("/ledgers/bare", "{'name':'Bare'}");

        assertThat(assign("main", "a", "{'category_id':'foreign'}").places()).containsExactly("/category_id");
        assertThat(assign("main", "a", "{'category_id':'income'}").places()).containsExactly("/category_id");
        assertThat(assign("main", "a", "{}").places()).containsExactly("/category_id");
        assertThat(assign("main", "a", "{'category_id':'food','tags':['']}").places())
                .containsExactly("/tags");
        assertThat(assign("main", "a", "{'category_id':'food','assigned_by':'auto'}")
                        .at("assigned_by"))
                .isEqualTo("manual");
        assertThat(assign("bare", "a", "{'category_id':'food'}").problem())
                .isEqualTo("/problems/ledger-without-template");
        assertThat(assign("none", "a", "{'category_id':'food'}").problem()).isEqualTo("/problems/unknown-ledger");
        assertThat(assign("main", "none", "{'category_id':'food'}").problem())
                .isEqualTo("/problems/unknown-transaction");
        assertThat(service.post("/ledgers/bare/categorise").status()).isEqualTo(409);
        assertThat(service.post("/ledgers/none/categorise").status()).isEqualTo(404);
    }

    @Test
    void skipsRulesWhoseCategoryIsForAnotherFlow() {
        service.transaction("refund", "2026-03-01", "1", "Kiosk");

        assertThat(service.post("/ledgers/main/categorise").texts("examined", "inserted"))
                .isEqualTo("1 0");
    }

    @Test
    void removesAMappingWhoeverGaveIt() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        assign("main", "a", "{'category_id':'rent'}");

        assertThat(service.delete("/ledgers/main/transactions/a/category", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.delete("/ledgers/main/transactions/a/category").status())
                .isEqualTo(204);
        assertThat(service.delete("/ledgers/main/transactions/a/category").status())
                .isEqualTo(404);
        service.post("/ledgers/main/categorise");
        assertThat(service.get("/ledgers/main/transactions/a/category").texts("category_id", "assigned_by"))
                .isEqualTo("food auto");
    }

    @Test
    void showsATopLevelAsUncategorised() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        assign("main", "a", "{'category_id':'expense'}");

        Answer shown = service.get("/ledgers/main/transactions");

        assertThat(shown.each("category_id")).containsExactly("null");
        assertThat(shown.each("is_categorised")).containsExactly("false");
        assertThat(shown.each("assigned_by")).containsExactly("manual");
    }

    @Test
    void keepsACategoryThatATransactionHas() {
        service.transaction("a", "2026-03-01", "-1", "Landlord");
        assign("main", "a", "{'category_id':'rent'}");

        assertThat(service.delete("/category-templates/home/categories/rent").problem())
                .isEqualTo("/problems/category-in-use");
        service.delete("/ledgers/main/transactions/a/category");
        assertThat(service.delete("/category-templates/home/categories/rent").status())
                .isEqualTo(204);
    }

    @Test
    void findsTransactionsByCategoryWithTheChildrenOfATopLevel() {
        service.transaction("a", "2026-03-01", "-1", "Kiosk");
        service.transaction("b", "2026-03-02", "-1", "Landlord");
        service.transaction("c", "2026-03-03", "-1", "Other");
        assign("main", "a", "{'category_id':'food'}");
        assign("side", "b", "{'category_id':'rent'}");

        assertThat(service.get("/transactions?category=food").each("id")).containsExactly("a");
        assertThat(service.get("/transactions?category=expense").each("id")).containsExactly("b", "a");
        assertThat(service.get("/transactions?category=expense&ledger=main").each("id"))
                .containsExactly("a");
        assertThat(service.get("/ledgers/side/transactions?category=rent").each("id"))
                .containsExactly("b");
    }

    @Test
    void cannotBeHungByARegexOfAUser() {
        service.saved(
                "/category-templates/home/rules/evil",
                "{'category_id':'food','priority':9,'conditions':{'merchant_pattern':'(a+)+$','merchant_match_type':'regex'}}");
        service.transaction("a", "2026-03-01", "-1", "a".repeat(3_000) + "!");
        long start = System.nanoTime();

        Answer run = service.post("/ledgers/main/categorise");

        assertThat(run.status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
        assertThat(service.put(
                                "/category-templates/home/rules/long",
                                "{'category_id':'food','conditions':{'merchant_match_type':'regex','merchant_pattern':'"
                                        + "a".repeat(501) + "'}}")
                        .places())
                .containsExactly("/conditions/merchant_pattern");
    }

    private Answer assign(String ledger, String transaction, String json) {
        return service.put("/ledgers/" + ledger + "/transactions/" + transaction + "/category", json);
    }
}
