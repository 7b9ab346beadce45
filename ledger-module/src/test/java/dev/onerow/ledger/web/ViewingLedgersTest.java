package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ViewingLedgersTest {
    private final TestDatabase database;
    private final Service service;

    ViewingLedgersTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void transactionsOfThreeAccounts() {
        service.empty();
        service.saved(
                "/accounts/giro",
                "{'name':'N','institution':'B','type':'deposit','currency_code':'EUR','initial_balance':'100'}");
        service.account("card", "credit_card", "EUR");
        service.account("yen", "wallet", "JPY");
        service.transaction("giro", "salary", "2026-03-01", "2500.00", "Employer");
        service.transaction("giro", "rent", "2026-03-02", "-900.10", "Landlord");
        service.transaction("giro", "coffee", "2026-04-01", "-3.20", "Kiosk");
        service.transaction("card", "shoes", "2026-04-02", "-80.00", "Shop");
        service.transaction("card", "payment", "2026-04-03", "80.00", "Giro");
        service.transaction("yen", "ramen", "2026-04-04", "-900", "Ramen");
    }

    @Test
    void showsEverythingTheMostRecentFirstUnlessToldOtherwise() {
        ledger("{}");

        Answer first = service.get("/ledgers/l/transactions?limit=4");
        Answer second = service.get("/ledgers/l/transactions?limit=4&cursor=" + first.at("next"));

        assertThat(first.each("id")).containsExactly("ramen", "payment", "shoes", "coffee");
        assertThat(second.each("id")).containsExactly("rent", "salary");
        assertThat(first.each("currency_code")).containsExactly("JPY", "EUR", "EUR", "EUR");
    }

    @Test
    void showsAccountsOnlyWhenNotAllAreIncluded() {
        assertThat(shown("{'include_all':false,'include_account_ids':['card','yen'],'exclude_account_ids':['yen']}"))
                .isEqualTo("[payment, shoes]");
        assertThat(shown("{'include_all':true,'include_account_ids':['card']}"))
                .isEqualTo("[ramen, payment, shoes, coffee, rent, salary]");
        assertThat(shown("{'include_all':false,'exclude_account_ids':['giro','card']}"))
                .isEqualTo("[ramen]");
        assertThat(shown("{'include_all':false,'include_account_ids':[]}"))
                .isEqualTo("[ramen, payment, shoes, coffee, rent, salary]");
        assertThat(shown("{'include_all':false,'include_account_ids':['none']}"))
                .isEqualTo("[]");
    }

    @Test
    void showsDaysWithBothEnds() {
        assertThat(shown("{'date_range':{'start_date':'2026-03-02','end_date':'2026-04-01'}}"))
                .isEqualTo("[coffee, rent]");
        assertThat(shown("{'date_range':{'end_date':'2026-03-01'}}")).isEqualTo("[salary]");
    }

    @Test
    void showsTheLastDaysUpToToday() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        service.transaction("giro", "today", today.toString(), "1", "A");
        service.transaction("giro", "then", today.minusDays(10).toString(), "1", "A");
        service.transaction("giro", "before", today.minusDays(11).toString(), "1", "A");
        service.transaction("giro", "tomorrow", today.plusDays(1).toString(), "1", "A");

        String shown = shown("{'include_all':false,'include_account_ids':['giro'],"
                + "'date_range':{'is_relative':true,'relative_days':10}}");

        assertThat(shown).startsWith("[today, then").doesNotContain("before").doesNotContain("tomorrow");
    }

    @Test
    void comparesAmountsInTheCurrencyOfEachAccount() {
        assertThat(shown("{'min_amount':'900'}")).isEqualTo("[ramen, rent, salary]");
        assertThat(shown("{'min_amount':'900.05'}")).isEqualTo("[rent, salary]");
        assertThat(shown("{'max_amount':'80'}")).isEqualTo("[payment, shoes, coffee]");
        assertThat(shown("{'exclude_small_amounts':true,'small_amount_threshold':'80'}"))
                .isEqualTo("[ramen, payment, shoes, rent, salary]");
    }

    @Test
    void joinsFlowsByOrAndShowsNothingWithAllOff() {
        assertThat(shown("{'include_flow_in':false,'include_neutral':false}"))
                .isEqualTo("[ramen, shoes, coffee, rent]");
        assertThat(shown("{'include_flow_out':false}")).isEqualTo("[payment, salary]");
        assertThat(shown("{'include_flow_in':false,'include_flow_out':false,'include_neutral':false}"))
                .isEqualTo("[]");
        assertThat(service.get("/ledgers/l/statistics").at("total_transactions"))
                .isEqualTo("0");
    }

    @Test
    void filtersByCategoriesAndTags() {
        service.saved(
                "/category-templates/t",
                "{'name':'T','categories':[{'id':'living','name':'L'},{'id':'food','name':'F','parent_id':'living'},"
                        + "{'id':'home','name':'H','parent_id':'living'},{'id':'other','name':'O'}]}");
        ledger("{}");
        assign("coffee", "{'category_id':'food','tags':['out','\u00e4']}");
        assign("rent", "{'category_id':'home'}");
        assign("shoes", "{'category_id':'other','tags':['gift']}");

        assertThat(shown("{'include_categories':['living']}")).isEqualTo("[coffee, rent]");
        assertThat(shown("{'include_categories':['food']}")).isEqualTo("[coffee]");
        assertThat(shown("{'exclude_categories':['living']}")).isEqualTo("[ramen, payment, shoes, salary]");
        assertThat(shown("{'include_tags':['gift','\u00e4']}")).isEqualTo("[shoes, coffee]");
        assertThat(shown("{'exclude_tags':['gift']}")).isEqualTo("[ramen, payment, coffee, rent, salary]");
        assertThat(shown("{'include_tags':['nobody']}")).isEqualTo("[]");
        assertThat(service.post("/ledgers/l/categorise").at("examined")).isEqualTo("6");
    }

    @Test
    void narrowsWhatItShowsByASearch() {
        ledger("{'include_all':false,'include_account_ids':['giro']}");

        assertThat(ids("/ledgers/l/transactions?account=giro&from=2026-03-02")).isEqualTo("[coffee, rent]");
        assertThat(ids("/ledgers/l/transactions?account=card")).isEqualTo("[]");
        assertThat(ids("/ledgers/l/transactions?q=KIOSK")).isEqualTo("[coffee]");
        assertThat(ids("/transactions?ledger=l&q=shop")).isEqualTo("[]");
        assertThat(service.get("/ledgers/l/transactions?colour=red").status()).isEqualTo(400);
        assertThat(service.get("/ledgers/none/transactions").status()).isEqualTo(404);
    }

    @Test
    void tellsThatFiguresHaveChangedWheneverTheyHave() {
        service.account("ea", "deposit");
        service.account("eb", "deposit");
        service.transaction("ea", "a", "2026-03-01", "10.00", "A");
        service.transaction("eb", "b", "2026-03-01", "10.00", "B");
        service.saved("/ledgers/le", "{'name':'N','rules':{'include_all':false,'include_account_ids':['ea','eb']}}");
        String balances = service.get("/ledgers/le/balances").header("ETag");
        String statistics = service.get("/ledgers/le/statistics").header("ETag");
        String monthly = service.get("/ledgers/le/monthly").header("ETag");

        // In a sum of 31 times the one and the other this makes no difference.
        service.transaction("ea", "a", "2026-03-01", "10.01", "A");
        service.transaction("eb", "b", "2026-03-01", "9.69", "B");

        assertThat(service.get("/ledgers/le/balances", "If-None-Match", balances)
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/ledgers/le/statistics", "If-None-Match", statistics)
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/ledgers/le/monthly", "If-None-Match", monthly).status())
                .isEqualTo(200);
        assertThat(balances).matches("W/\"1-[0-9a-f]{16}\"");
    }

    @Test
    void addsUpEachCurrencyForItself() {
        ledger("{}");

        Answer statistics = service.get("/ledgers/l/statistics");

        assertThat(statistics.header("ETag")).startsWith("W/");
        assertThat(statistics.body())
                .isEqualTo("{\"total_transactions\":6,\"currency_code\":null,\"total_income\":null,"
                        + "\"total_expenses\":null,\"total_neutral\":null,\"net\":null,\"by_currency\":["
                        + "{\"currency_code\":\"EUR\",\"total_transactions\":5,\"total_income\":\"2500.00\","
                        + "\"total_expenses\":\"983.30\",\"total_neutral\":\"80.00\",\"net\":\"1516.70\"},"
                        + "{\"currency_code\":\"JPY\",\"total_transactions\":1,\"total_income\":\"0\","
                        + "\"total_expenses\":\"900\",\"total_neutral\":\"0\",\"net\":\"-900\"}]}");
        assertThat(service.get("/ledgers/l/statistics", "If-None-Match", statistics.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void isFlatTooWhenThereIsOneCurrency() {
        ledger("{'include_all':false,'exclude_account_ids':['yen']}");

        assertThat(service.get("/ledgers/l/statistics").texts("currency_code", "total_income", "total_expenses", "net"))
                .isEqualTo("EUR 2500.00 983.30 1516.70");
    }

    @Test
    void addsUpMonthsTheNewestFirst() {
        ledger("{}");

        Answer monthly = service.get("/ledgers/l/monthly");

        assertThat(monthly.list("items"))
                .extracting(month -> month.get("year") + "-" + month.get("month") + " " + month.get("currency_code")
                        + " " + month.get("total_transactions") + " " + month.get("net"))
                .containsExactly("2026-4 EUR 3 -83.20", "2026-4 JPY 1 -900", "2026-3 EUR 2 1599.90");
        assertThat(monthly.json().containsKey("next")).isFalse();
    }

    @Test
    void tellsTheBalancesOfTheAccountsItShows() {
        ledger("{}");

        assertThat(service.get("/ledgers/l/balances?as_of=2026-03-31").body())
                .isEqualTo("{\"as_of\":\"2026-03-31\",\"accounts\":["
                        + "{\"account_id\":\"card\",\"currency_code\":\"EUR\",\"balance\":\"0.00\"},"
                        + "{\"account_id\":\"giro\",\"currency_code\":\"EUR\",\"balance\":\"1699.90\"},"
                        + "{\"account_id\":\"yen\",\"currency_code\":\"JPY\",\"balance\":\"0\"}],"
                        + "\"totals\":[{\"currency_code\":\"EUR\",\"balance\":\"1699.90\"},"
                        + "{\"currency_code\":\"JPY\",\"balance\":\"0\"}]}");
        assertThat(service.get("/ledgers/l/balances?as_of=2026-04-01")
                        .list("accounts")
                        .get(1)
                        .get("balance"))
                .isEqualTo("1696.70");
        assertThat(service.get("/ledgers/l/balances").at("as_of"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(service.get("/ledgers/l/balances?as_of=x").places()).containsExactly("as_of");
    }

    @Test
    void hasNoBalancesWhenItDoesNotTrackThem() {
        service.saved("/ledgers/l", "{'name':'L','track_balances':false}");

        assertThat(service.get("/ledgers/l/balances?as_of=2026-03-31").body())
                .isEqualTo("{\"as_of\":\"2026-03-31\",\"accounts\":null,\"totals\":null}");
    }

    @Test
    void createsNothingByReading() {
        assertThat(service.get("/ledgers/none/monthly").status()).isEqualTo(404);
        assertThat(service.get("/ledgers/none/balances").status()).isEqualTo(404);
        assertThat(database.count("ledgers")).isZero();
    }

    private void ledger(String rules) {
        String template = database.count("category_templates") == 0 ? "" : "'category_template_id':'t',";
        service.saved("/ledgers/l", "{'name':'L'," + template + "'rules':" + rules + "}");
    }

    private String shown(String rules) {
        ledger(rules);
        return ids("/ledgers/l/transactions");
    }

    private String ids(String path) {
        return service.get(path).each("id").toString();
    }

    private void assign(String transaction, String json) {
        service.saved("/ledgers/l/transactions/" + transaction + "/category", json);
    }
}
