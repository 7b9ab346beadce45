package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeepingLedgersTest {
    private final TestDatabase database;
    private final Service service;

    KeepingLedgersTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        service.empty();
    }

    @Test
    void answersTheStoredLedger() {
        Answer answer = service.put("/ledgers/main", "{'name':'Main'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/ledger/ledgers/main");
        assertThat(answer.body())
                .startsWith(
                        "{\"id\":\"main\",\"name\":\"Main\",\"type\":\"custom\",\"category_template_id\":null,"
                                + "\"rules\":{\"include_all\":true},\"track_balances\":true,\"is_default\":true,\"version\":1,");
    }

    @Test
    void refusesDaysBeforeTheYearOne() {
        Answer refused = service.put(
                "/ledgers/l",
                "{'name':'L','rules':{'date_range':{'start_date':'0000-01-01','end_date':'0000-12-31'}}}");
        Answer widest = service.put(
                "/ledgers/l",
                "{'name':'L','rules':{'date_range':{'start_date':'0001-01-01','end_date':'9999-12-31'}}}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places())
                .containsExactlyInAnyOrder("/rules/date_range/start_date", "/rules/date_range/end_date");
        assertThat(widest.status()).isEqualTo(201);
        assertThat(service.get("/ledgers/l/statistics").status()).isEqualTo(200);
        assertThat(service.get("/ledgers/l/transactions?from=0000-01-01").places())
                .containsExactly("from");
        assertThat(service.get("/ledgers/l/balances?as_of=0000-01-01").places()).containsExactly("as_of");
        assertThat(service.get("/ledgers/l/balances?as_of=0001-01-01").status()).isEqualTo(200);
    }

    @Test
    void saysOnceAndInItsOwnWordsWhatIsWrongWithARule() {
        Answer days = service.put(
                "/ledgers/l",
                "{'name':'L','rules':{'date_range':{'is_relative':true,'relative_days':99999999999},"
                        + "'exclude_small_amounts':true,'small_amount_threshold':5}}");
        Answer tags = service.put("/ledgers/l", "{'name':'L','rules':{'include_tags':['']}}");
        Answer keys = service.put("/ledgers/l", "{'name':'L','rules':{'include_categories':['a b']}}");

        assertThat(days.places())
                .containsExactlyInAnyOrder("/rules/date_range/relative_days", "/rules/small_amount_threshold");
        assertThat(tags.at("errors.0.detail"))
                .isEqualTo("At most 500 tags of 1 to 100 characters, none of them blank.");
        assertThat(keys.at("errors.0.detail")).isEqualTo("At most 500 keys, each 1 to 64 of A-Z a-z 0-9 . _ : -");
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        service.saved(
                "/ledgers/main",
                "{'name':'Main','type':'travel','rules':{'include_all':false,'include_account_ids':['a'],"
                        + "'date_range':{'is_relative':true,'relative_days':30},'max_amount':'10.50'}}");

        Answer again = service.put("/ledgers/main", service.get("/ledgers/main").body());

        assertThat(again.texts("outcome", "version", "type")).isEqualTo("unchanged 1 travel");
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThat(service.put("/ledgers/l", "{'type':'odd','track_balances':1,'category_template_id':'a b'}")
                        .places())
                .containsExactlyInAnyOrder("/name", "/type", "/track_balances", "/category_template_id");
        assertThat(service.put(
                                "/ledgers/l",
                                "{'name':'L','rules':{'min_amount':'-','date_range':{'start_date':'2026-02-30'},"
                                        + "'include_tags':[''],'exclude_small_amounts':true}}")
                        .places())
                .containsExactlyInAnyOrder(
                        "/rules/min_amount",
                        "/rules/date_range/start_date",
                        "/rules/include_tags",
                        "/rules/small_amount_threshold");
        assertThat(service.put("/ledgers/l", "{'name':'L','rules':{'min':'1'}}").status())
                .isEqualTo(400);
        assertThat(service.put("/ledgers/l", "{'name':'L','category_template_id':'none'}")
                        .places())
                .containsExactly("/category_template_id");
        assertThat(service.put("/ledgers/l%20l", "{'name':'L'}").problem()).isEqualTo("/problems/invalid-ledger-id");
        assertThat(database.count("ledgers")).isZero();
    }

    @Test
    void hasExactlyOneDefault() {
        service.saved("/ledgers/a", "{'name':'A'}");
        service.saved("/ledgers/b", "{'name':'B'}");
        assertThat(service.get("/ledgers").each("is_default")).containsExactly("true", "false");

        assertThat(service.saved("/ledgers/b", "{'name':'B','is_default':true}").texts("is_default", "outcome"))
                .isEqualTo("true updated");

        assertThat(service.get("/ledgers").each("is_default")).containsExactly("false", "true");
        service.saved("/ledgers/b", "{'name':'B2'}");
        assertThat(service.get("/ledgers/b").at("is_default")).isEqualTo("true");
        assertThat(service.put("/ledgers/b", "{'name':'B','is_default':false}").problem())
                .isEqualTo("/problems/default-ledger");
        assertThat(service.put("/ledgers/b", "{'name':'B','is_default':false}").status())
                .isEqualTo(409);
        assertThat(service.delete("/ledgers/b").status()).isEqualTo(409);
        assertThat(service.delete("/ledgers/a").status()).isEqualTo(204);
        assertThat(service.delete("/ledgers/a").status()).isEqualTo(404);
        assertThat(service.get("/ledgers/b").at("name")).isEqualTo("B2");
    }

    @Test
    void hasOneDefaultHoweverManyAreMadeAtOnce() {
        Service.atOnce(6, i -> service.put("/ledgers/l-" + i, "{'name':'L','is_default':true}"));

        assertThat(service.get("/ledgers").each("is_default"))
                .containsOnlyOnce("true")
                .hasSize(6);
    }

    @Test
    void keepsItsTemplateWhileTransactionsHaveCategoriesOfIt() {
        service.account("giro", "deposit");
        service.transaction("t", "2026-03-01", "-1", "A");
        service.saved("/category-templates/one", "{'name':'T','categories':[{'id':'food','name':'F'}]}");
        service.saved("/category-templates/two", "{'name':'T'}");
        service.saved("/ledgers/main", "{'name':'Main','category_template_id':'one'}");
        service.saved("/ledgers/main/transactions/t/category", "{'category_id':'food'}");

        Answer refused = service.put("/ledgers/main", "{'name':'Main','category_template_id':'two'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/ledger-has-categories");
        assertThat(service.delete("/category-templates/one").status()).isEqualTo(409);
        service.delete("/ledgers/main/transactions/t/category");
        assertThat(service.put("/ledgers/main", "{'name':'Main','category_template_id':'two'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesItsMappingsWithItAndNoTransaction() {
        service.account("giro", "deposit");
        service.transaction("t", "2026-03-01", "-1", "A");
        service.saved("/category-templates/one", "{'name':'T','categories':[{'id':'food','name':'F'}]}");
        service.saved("/ledgers/first", "{'name':'First'}");
        service.saved("/ledgers/main", "{'name':'Main','category_template_id':'one'}");
        service.saved("/ledgers/main/transactions/t/category", "{'category_id':'food'}");

        assertThat(service.delete("/ledgers/main").status()).isEqualTo(204);

        assertThat(database.count("transaction_category_mappings")).isZero();
        assertThat(database.count("transactions")).isEqualTo(1);
        assertThat(service.get("/ledgers/main").problem()).isEqualTo("/problems/unknown-ledger");
        assertThat(service.get("/ledgers/main/statistics").status()).isEqualTo(404);
        assertThat(database.count("ledgers")).isEqualTo(1);
    }

    @Test
    void obeysTheConditionsOfARequest() {
        service.saved("/ledgers/main", "{'name':'Main'}");

        assertThat(service.put("/ledgers/main", "{'name':'X'}", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(service.put("/ledgers/main", "{'name':'X'}", "If-Match", "\"3\"")
                        .texts("status", "detail"))
                .isEqualTo("412 The row has version 1.");
        assertThat(service.put("/ledgers/other", "{'name':'X'}", "If-Match", "\"3\"")
                        .texts("status", "detail"))
                .isEqualTo("412 There is no such row.");
        assertThat(service.delete("/ledgers/main", "If-Match", "\"3\"").texts("status", "detail"))
                .isEqualTo("412 The row has version 1.");
        String tag = service.get("/ledgers/main").header("ETag");
        assertThat(service.get("/ledgers/main", "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(service.put("/ledgers/main", "{'name':'X'}", "If-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void listsInTheOrderOfIds() {
        List.of("b", "a", "C").forEach(id -> service.saved("/ledgers/" + id, "{'name':'L'}"));

        Answer page = service.get("/ledgers?limit=2");

        assertThat(page.each("id")).containsExactly("C", "a");
        assertThat(service.get("/ledgers?limit=2&cursor=" + page.at("next")).each("id"))
                .containsExactly("b");
    }
}
