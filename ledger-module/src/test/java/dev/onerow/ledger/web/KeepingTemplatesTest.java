package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeepingTemplatesTest {
    private final TestDatabase database;
    private final Service service;

    KeepingTemplatesTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        service.empty();
    }

    @Test
    void answersTheTemplateWithItsParts() {
        Answer answer = service.put(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'food','name':'Food','parent_id':'expense','position':2},"
                        + "{'id':'expense','name':'Expense','flow':'flowOut'}],"
                        + "'rules':[{'id':'r','category_id':'food','priority':5,"
                        + "'conditions':{'merchant_pattern':'kiosk','merchant_match_type':'startsWith'}}]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/ledger/category-templates/home");
        assertThat(answer.header("ETag")).startsWith("W/\"1-");
        assertThat(answer.texts("id", "name", "description", "is_system", "is_default", "version", "outcome"))
                .isEqualTo("home Home null false false 1 inserted");
        assertThat(answer.each("categories", "id")).containsExactly("expense", "food");
        assertThat(answer.list("categories").get(0).get("flow")).isEqualTo("flow_out");
        assertThat(answer.body())
                .contains("\"conditions\":{\"merchant_match_type\":\"starts_with\",\"merchant_pattern\":\"kiosk\"}");
        assertThat(answer.list("rules").get(0).get("enabled")).isEqualTo(true);
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        home();

        Answer again = service.put(
                "/category-templates/home",
                service.get("/category-templates/home").body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.texts("outcome", "version")).isEqualTo("unchanged 1");
        assertThat(again.each("categories", "version")).containsOnly("1");
    }

    @Test
    void keepsPartsThatTheRequestDoesNotName() {
        home();

        Answer renamed = service.put("/category-templates/home", "{'name':'Renamed'}");

        assertThat(renamed.texts("outcome", "version", "name")).isEqualTo("updated 2 Renamed");
        assertThat(renamed.list("categories")).hasSize(3);
        assertThat(renamed.list("rules")).hasSize(1);
        assertThat(renamed.each("categories", "version")).containsOnly("1");
    }

    @Test
    void removesPartsThatTheRequestNamesForIt() {
        home();

        Answer removed = service.put(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'food','deleted':true}],'rules':[{'id':'r','deleted':true}]}");
        Answer again =
                service.put("/category-templates/home", "{'name':'Home','categories':[{'id':'food','deleted':true}]}");

        assertThat(removed.each("categories", "id")).containsExactly("expense", "rent");
        assertThat(removed.list("rules")).isEmpty();
        assertThat(again.at("outcome")).isEqualTo("unchanged");
    }

    @Test
    void keepsACategoryThatSomethingNeeds() {
        home();

        Answer byRule =
                service.put("/category-templates/home", "{'name':'Home','categories':[{'id':'food','deleted':true}]}");
        Answer byChild = service.delete("/category-templates/home/categories/expense");

        assertThat(byRule.status()).isEqualTo(409);
        assertThat(byRule.problem()).isEqualTo("/problems/category-in-use");
        assertThat(byChild.problem()).isEqualTo("/problems/category-in-use");
        assertThat(database.count("categories")).isEqualTo(3);
    }

    @Test
    void refusesPartsThatSayTheyAreOfAnotherTemplate() {
        home();

        Answer category = category("food", "'template_id':'other'");
        Answer rule = rule("r", "'category_id':'food','template_id':'other'");
        Answer inside = service.put(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'food','name':'Food','template_id':'other'}],"
                        + "'rules':[{'id':'r','deleted':true,'template_id':'other'}]}");

        assertThat(List.of(category, rule, inside)).extracting(Answer::status).containsOnly(422);
        assertThat(category.texts("errors.0.pointer", "errors.0.code")).isEqualTo("/template_id differs-from-path");
        assertThat(rule.places()).containsExactly("/template_id");
        assertThat(inside.places()).containsExactlyInAnyOrder("/categories/0/template_id", "/rules/0/template_id");
        assertThat(category("food", "'parent_id':'expense','template_id':'home'")
                        .at("outcome"))
                .isEqualTo("unchanged");
        assertThat(database.count("category_rules")).isEqualTo(1);
    }

    @Test
    void saysOnceWhatIsWrongWithAParent() {
        home();

        Answer itself = category("x", "'parent_id':'x'");
        Answer itsChild = category("expense", "'parent_id':'food'");

        assertThat(itself.each("errors", "code")).containsExactly("unknown-category");
        assertThat(itsChild.each("errors", "pointer")).containsExactly("/parent_id");
        assertThat(itsChild.each("errors", "code")).containsExactly("not-top-level");
    }

    @Test
    void refusesPartsThatDoNotFitTogether() {
        home();

        assertThat(category("x", "'parent_id':'food'").status()).isEqualTo(422);
        assertThat(category("x", "'parent_id':'none'").status()).isEqualTo(422);
        assertThat(category("x", "'parent_id':'x'").status()).isEqualTo(422);
        assertThat(category("food", "'parent_id':'expense','flow':'flow_in'").status())
                .isEqualTo(422);
        assertThat(rule("x", "'category_id':'none'").status()).isEqualTo(422);
        assertThat(database.count("categories")).isEqualTo(3);
        assertThat(service.get("/category-templates/home").at("version")).isEqualTo("1");
    }

    @Test
    void namesWhatIsWrongInARule() {
        home();

        Answer answer = rule(
                "x",
                "'category_id':'food','conditions':{'merchant_pattern':'','notes_pattern':'(','notes_match_type':'regex',"
                        + "'min_amount':'x','account_ids':['a b']}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places())
                .containsExactlyInAnyOrder(
                        "/conditions/merchant_pattern",
                        "/conditions/notes_pattern",
                        "/conditions/min_amount",
                        "/conditions/account_ids");
        assertThat(rule("x", "'category_id':'food','conditions':{'merchant_match_type':'sounds_like'}")
                        .places())
                .containsExactly("/conditions/merchant_match_type");
        assertThat(rule("x", "'category_id':'food','conditions':{'merchant':'A'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leavesPartsOfAnotherTemplateThere() {
        home();
        service.saved("/category-templates/other", "{'name':'Other'}");

        Answer taken = service.put("/category-templates/other/categories/food", "{'name':'Mine'}");

        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problem()).isEqualTo("/problems/part-of-another-template");
        assertThat(service.get("/category-templates/home/categories/food").at("name"))
                .isEqualTo("Food");
        assertThat(service.get("/category-templates/other/categories/food").status())
                .isEqualTo(404);
    }

    @Test
    void givesAnIdToOneTemplateHoweverManyWantItAtOnce() {
        List.of("a", "b", "c", "d").forEach(id -> service.saved("/category-templates/" + id, "{'name':'T'}"));

        List<Answer> answers = Service.atOnce(
                4,
                i -> service.put("/category-templates/" + "abcd".charAt(i) + "/categories/x", "{'name':'N" + i + "'}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(3);
    }

    @Test
    void movesItsVersionWithEveryChangeOfAPart() {
        home();

        Answer category = category("food", "'parent_id':'expense','color':'red'");
        Answer again = category("food", "'parent_id':'expense','color':'red'");
        rule("r2", "'category_id':'food'");

        assertThat(category.texts("outcome", "version", "template_id")).isEqualTo("updated 2 home");
        assertThat(again.at("outcome")).isEqualTo("unchanged");
        assertThat(service.get("/category-templates/home").at("version")).isEqualTo("3");
        assertThat(service.delete("/category-templates/home/rules/r2").status()).isEqualTo(204);
        assertThat(service.delete("/category-templates/home/rules/r2").status()).isEqualTo(404);
        assertThat(service.get("/category-templates/home").at("version")).isEqualTo("4");
    }

    @Test
    void savesPartsAtOnceOneAfterAnother() {
        home();

        List<Answer> answers = Service.atOnce(6, i -> category("c-" + i, "'parent_id':'expense'"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(service.get("/category-templates/home").at("version")).isEqualTo("7");
    }

    @Test
    void listsPartsPageByPage() {
        home();
        rule("first", "'category_id':'food','priority':9");
        rule("last", "'category_id':'food','priority':-1");

        Answer categories = service.get("/category-templates/home/categories?limit=2");
        Answer rules = service.get("/category-templates/home/rules?limit=2");

        assertThat(categories.each("id")).containsExactly("expense", "food");
        assertThat(service.get("/category-templates/home/categories?limit=2&cursor=" + categories.at("next"))
                        .each("id"))
                .containsExactly("rent");
        assertThat(rules.each("id")).containsExactly("first", "r");
        assertThat(service.get("/category-templates/home/rules?limit=2&cursor=" + rules.at("next"))
                        .each("id"))
                .containsExactly("last");
        assertThat(service.get("/category-templates").each("id")).containsExactly("home");
        assertThat(service.get("/category-templates/none/rules").problem())
                .isEqualTo("/problems/unknown-category-template");
    }

    @Test
    void hasOneDefaultAtMost() {
        service.saved("/category-templates/a", "{'name':'A','is_default':true}");
        service.saved("/category-templates/b", "{'name':'B','is_default':true}");

        assertThat(service.get("/category-templates").each("is_default")).containsExactly("false", "true");
        service.saved("/category-templates/b", "{'name':'B2'}");
        assertThat(service.get("/category-templates/b").at("is_default")).isEqualTo("true");
        Answer cleared = service.saved("/category-templates/b", "{'name':'B2','is_default':false}");
        assertThat(cleared.texts("is_default", "outcome")).isEqualTo("false updated");
        service.saved("/category-templates/a", "{'name':'A','is_default':true}");
        assertThat(service.delete("/category-templates/a").status()).isEqualTo(204);
        assertThat(database.count("defaults")).isZero();
    }

    @Test
    void staysWhileALedgerUsesIt() {
        home();
        service.saved("/ledgers/l", "{'name':'L','category_template_id':'home'}");

        Answer refused = service.delete("/category-templates/home");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/template-in-use");
        assertThat(refused.at("ledger_ids")).isEqualTo("[l]");
    }

    @Test
    void obeysTheConditionsOfARequest() {
        home();

        assertThat(service.put("/category-templates/home", "{'name':'X'}", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(service.put("/category-templates/home", "{'name':'X'}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        String tag = service.get("/category-templates/home").header("ETag");
        assertThat(service.get("/category-templates/home", "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(service.delete("/category-templates/home/rules/r", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.delete("/category-templates/home", "If-Match", tag).status())
                .isEqualTo(204);
        assertThat(service.delete("/category-templates/home").status()).isEqualTo(404);
        assertThat(database.count("categories")).isZero();
    }

    private void home() {
        service.saved(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'expense','name':'Expense','flow':'flow_out'},"
                        + "{'id':'food','name':'Food','parent_id':'expense'},"
                        + "{'id':'rent','name':'Rent','parent_id':'expense'}],"
                        + "'rules':[{'id':'r','category_id':'food','conditions':{'merchant_pattern':'kiosk'}}]}");
    }

    private Answer category(String id, String members) {
        return service.put("/category-templates/home/categories/" + id, "{'name':'Food'," + members + "}");
    }

    private Answer rule(String id, String members) {
        return service.put("/category-templates/home/rules/" + id, "{" + members + "}");
    }
}
