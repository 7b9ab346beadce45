package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeepingAccountsTest {
    private final TestDatabase database;
    private final Service service;

    KeepingAccountsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void empty() {
        service.empty();
    }

    @Test
    void answersTheStoredAccountWithItsBalance() {
        Answer answer = service.put(
                "/accounts/giro",
                "{'name':'Giro','institution':'Sample Bank','type':'deposit','currency_code':'EUR','initial_balance':'250'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/ledger/accounts/giro");
        assertThat(answer.header("ETag")).isEqualTo("W/\"1-25000\"");
        assertThat(answer.body())
                .startsWith("{\"id\":\"giro\",\"name\":\"Giro\",\"institution\":\"Sample Bank\",\"type\":\"deposit\","
                        + "\"currency_code\":\"EUR\",\"initial_balance\":\"250.00\",\"credit_limit\":null,"
                        + "\"interest_rate\":null,\"external_ids_stable\":true,\"account_number_hash\":null,"
                        + "\"last4\":null,\"metadata\":{},\"balance\":\"250.00\",\"balance_as_of\":null,\"version\":1,")
                .endsWith("\"outcome\":\"inserted\"}");
    }

    @Test
    void takesBackWhatItGaveAndChangesNothing() {
        service.put(
                "/accounts/visa",
                "{'name':'Visa','institution':'B','type':'creditCard','credit_limit':'2000','interest_rate':'18.90',"
                        + "'external_ids_stable':false,'metadata':{'b':1,'a':[true,null]}}");

        Answer again =
                service.put("/accounts/visa", service.get("/accounts/visa").body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.texts("outcome", "version", "type", "credit_limit", "interest_rate", "currency_code"))
                .isEqualTo("unchanged 1 credit_card 2000.00 18.90 USD");
        assertThat(again.body()).contains("\"metadata\":{\"a\":[true,null],\"b\":1}");
    }

    @Test
    void replacesWhatIsLeftOutByItsDefault() {
        service.saved(
                "/accounts/giro",
                "{'name':'N','institution':'B','type':'deposit','credit_limit':'5','metadata':{'x':1},'initial_balance':'1'}");

        Answer replaced = service.put("/accounts/giro", "{'name':'M','institution':'B','type':'deposit'}");

        assertThat(replaced.texts("outcome", "version", "name", "credit_limit", "metadata", "initial_balance"))
                .isEqualTo("updated 2 M null {} 0.00");
    }

    @Test
    void namesEverythingThatIsWrong() {
        Answer answer = service.put(
                "/accounts/giro",
                "{'name':' ','type':'piggy_bank','currency_code':'EURO','initial_balance':1.5,'interest_rate':'x',"
                        + "'external_ids_stable':'yes','metadata':[]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("/problems/invalid-body");
        assertThat(answer.places())
                .containsExactlyInAnyOrder(
                        "/name",
                        "/institution",
                        "/type",
                        "/currency_code",
                        "/initial_balance",
                        "/interest_rate",
                        "/external_ids_stable",
                        "/metadata");
    }

    @Test
    void refusesMoreDecimalsThanTheCurrencyHas() {
        String account = "{'name':'N','institution':'B','type':'wallet','currency_code':'JPY','initial_balance':'%s'}";

        assertThat(service.put("/accounts/yen", account.formatted("10.5")).places())
                .containsExactly("/initial_balance");
        assertThat(service.put("/accounts/yen", account.formatted("10.00")).at("initial_balance"))
                .isEqualTo("10");
    }

    @Test
    void refusesWhatNobodyKnows() {
        assertThat(service.put("/accounts/giro", "{'nmae':'N'}").status()).isEqualTo(400);
        assertThat(service.put("/accounts/giro", "{nonsense").status()).isEqualTo(400);
        assertThat(service.put("/accounts/giro", "[]").status()).isEqualTo(422);
        assertThat(service.get("/accounts?size=1").status()).isEqualTo(400);
        assertThat(service.get("/accounts/giro?limit=1").status()).isEqualTo(400);
        assertThat(service.put("/accounts/a%20b", "{}").problem()).isEqualTo("/problems/invalid-account-id");
        assertThat(service.put("/accounts/a%20b", "{}").status()).isEqualTo(422);
        assertThat(service.put("/accounts/giro", "{'id':'other','name':'N','institution':'B','type':'deposit'}")
                        .places())
                .containsExactly("/id");
    }

    @Test
    void obeysTheConditionsOfARequest() {
        service.account("giro", "deposit");
        String renamed = "{'name':'New','institution':'B','type':'deposit','currency_code':'EUR'}";

        assertThat(service.put("/accounts/giro", renamed, "If-None-Match", "*").status())
                .isEqualTo(412);
        assertThat(service.put("/accounts/giro", renamed, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(service.put("/accounts/none", renamed, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        String tag = service.get("/accounts/giro").header("ETag");
        assertThat(service.put("/accounts/giro", renamed, "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(service.get("/accounts/giro", "If-None-Match", "W/\"2-0\"").status())
                .isEqualTo(304);
        assertThat(service.delete("/accounts/giro", "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(service.delete("/accounts/giro", "If-Match", "\"2\"").status())
                .isEqualTo(204);
    }

    @Test
    void insertsOnceHoweverManyPutAtOnce() {
        List<Answer> answers = Service.atOnce(
                6, i -> service.put("/accounts/giro", "{'name':'N','institution':'B','type':'deposit'}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.at("outcome").equals("unchanged"))
                .hasSize(5);
        assertThat(database.value("SELECT version FROM accounts")).isEqualTo(1L);
    }

    @Test
    void listsInTheOrderOfIdsPageByPage() {
        List.of("c", "A", "b", "a").forEach(id -> service.account(id, "deposit"));

        Answer first = service.get("/accounts?limit=3");
        Answer second = service.get("/accounts?limit=3&cursor=" + first.at("next"));

        assertThat(first.each("id")).containsExactly("A", "a", "b");
        assertThat(second.each("id")).containsExactly("c");
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(service.get("/accounts?limit=501").places()).containsExactly("limit");
        assertThat(service.get("/accounts?cursor=x").status()).isEqualTo(422);
    }

    @Test
    void keepsItsCurrencyOnceItHasTransactions() {
        service.account("giro", "deposit");
        String inDollars = "{'name':'N','institution':'B','type':'deposit','currency_code':'USD'}";
        service.saved("/accounts/giro", inDollars);
        service.transaction("t", "2026-03-01", "5", "A");

        Answer refused =
                service.put("/accounts/giro", "{'name':'N','institution':'B','type':'deposit','currency_code':'EUR'}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/currency-in-use");
        assertThat(service.put("/accounts/giro", inDollars).status()).isEqualTo(200);
    }

    @Test
    void makesTheFlowsFollowItsType() {
        service.account("card", "deposit");
        service.transaction("card", "in", "2026-03-01", "5", "A");
        service.transaction("card", "out", "2026-03-01", "-5", "A");

        service.saved("/accounts/card", "{'name':'N','institution':'B','type':'credit_card','currency_code':'EUR'}");

        assertThat(service.get("/transactions/in").texts("flow", "version")).isEqualTo("neutral 2");
        assertThat(service.get("/transactions/out").texts("flow", "version")).isEqualTo("flow_out 1");
        service.saved("/accounts/card", "{'name':'N','institution':'B','type':'deposit','currency_code':'EUR'}");
        assertThat(service.get("/transactions/in").texts("flow", "version")).isEqualTo("flow_in 3");
    }

    @Test
    void addsItsTransactionsUpUntilAStatementTellsTheBalance() {
        service.saved(
                "/accounts/giro",
                "{'name':'N','institution':'B','type':'deposit','currency_code':'EUR','initial_balance':'100'}");
        service.transaction("a", "2026-03-01", "5", "A");
        service.transaction("b", "2026-03-09", "-0.01", "B");
        assertThat(service.get("/accounts/giro").texts("balance", "balance_as_of"))
                .isEqualTo("104.99 2026-03-09");

        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-02-01", "1", "C")
                        .balance("77.77", "2026-02-28")
                        .text());

        assertThat(service.get("/accounts/giro").texts("balance", "balance_as_of"))
                .isEqualTo("77.77 2026-02-28");
    }

    @Test
    void hasNoBalanceAsAPaymentGate() {
        service.account("gate", "payment_gate");
        service.transaction("gate", "a", "2026-03-01", "5", "A");

        assertThat(service.get("/accounts/gate").at("balance")).isEqualTo("0.00");
        assertThat(service.get("/transactions/a").at("flow")).isEqualTo("neutral");
    }

    @Test
    void takesAllThatIsItsOwnWithIt() {
        service.account("giro", "deposit");
        service.account("other", "deposit");
        service.transaction("other", "stays", "2026-03-01", "5", "A");
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "1", "A")
                        .row("2026-03-01", "0", "B")
                        .text());

        Answer tried = service.delete("/accounts/giro?dry_run=true");
        Answer done = service.delete("/accounts/giro");

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.texts("import_batches", "raw_transactions", "transactions", "mappings", "manual_mappings"))
                .isEqualTo("1 2 1 0 0");
        assertThat(done.status()).isEqualTo(204);
        assertThat(service.delete("/accounts/giro").status()).isEqualTo(404);
        assertThat(service.get("/accounts/giro").problem()).isEqualTo("/problems/unknown-account");
        assertThat(service.get("/transactions").each("id")).containsExactly("stays");
        assertThat(database.count("raw_transactions") + database.count("transaction_attestations"))
                .isZero();
    }

    @Test
    void staysWhileOneOfItsTransactionsIsLocked() {
        service.account("giro", "deposit");
        service.saved("/transactions/t", "{'account_id':'giro','date':'2026-03-01','amount':'1','locked':true}");

        Answer refused = service.delete("/accounts/giro");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("/problems/locked-transactions");
        assertThat(refused.at("transaction_ids")).isEqualTo("[t]");
        assertThat(service.delete("/accounts/giro?dry_run=true").status()).isEqualTo(409);
        assertThat(database.count("transactions")).isEqualTo(1);
    }
}
