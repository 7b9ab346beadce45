package dev.onerow.ledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeepingTransactionsTest {
    private final TestDatabase database;
    private final Service service;

    KeepingTransactionsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccount() {
        service.empty();
        service.account("giro", "deposit");
    }

    @Test
    void answersEveryMemberOfTheStoredTransaction() {
        Answer answer = service.put(
                "/transactions/t-1",
                "{'account_id':'giro','date':'2026-03-10','booking_time':'07:05:09','amount':'-12.4','merchant':'Kiosk',"
                        + "'balance':'100','external_id':'F1'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/ledger/transactions/t-1");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body())
                .startsWith("{\"id\":\"t-1\",\"account_id\":\"giro\",\"date\":\"2026-03-10\","
                        + "\"booking_time\":\"07:05:09\",\"amount\":\"-12.40\",\"currency_code\":\"EUR\","
                        + "\"merchant\":\"Kiosk\",\"notes\":null,\"balance\":\"100.00\",\"sequence_number\":0,"
                        + "\"flow\":\"flow_out\",\"is_neutral\":false,\"external_id\":\"F1\",\"fingerprint\":\"")
                .contains("\"occurrence_number\":1,\"origin\":\"manual\",\"locked\":false,"
                        + "\"year\":2026,\"month\":3,\"day\":10,\"version\":1,");
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        service.transaction("t", "2026-03-10", "-1", "A");

        Answer again =
                service.put("/transactions/t", service.get("/transactions/t").body());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.texts("outcome", "version")).isEqualTo("unchanged 1");
    }

    @Test
    void keepsItsIdentityWhenItIsEdited() {
        service.transaction("t", "2026-03-10", "-1", "A");
        String fingerprint = service.get("/transactions/t").at("fingerprint");

        Answer edited = service.put("/transactions/t", "{'account_id':'giro','date':'2026-04-01','amount':'2'}");

        assertThat(edited.texts("outcome", "version", "amount", "merchant", "flow", "month", "occurrence_number"))
                .isEqualTo("updated 2 2.00 null flow_in 4 1");
        assertThat(edited.at("fingerprint")).isEqualTo(fingerprint);
    }

    @Test
    void namesEverythingThatIsWrong() {
        Answer form = service.put(
                "/transactions/t",
                "{'date':'2026-02-30','booking_time':'24:00:00','amount':5,'is_neutral':'no','locked':1}");

        assertThat(form.status()).isEqualTo(422);
        assertThat(form.places())
                .containsExactlyInAnyOrder(
                        "/account_id", "/date", "/booking_time", "/amount", "/is_neutral", "/locked");
        assertThat(put("t", "'amount':'-3.205'").places()).containsExactly("/amount");
        assertThat(put("t", "'amount':'0.00'").places()).containsExactly("/amount");
        assertThat(put("t", "'amount':'1e3'").places()).containsExactly("/amount");
        assertThat(put("t", "'amount':'99999999999999999999'").places()).containsExactly("/amount");
        assertThat(put("t", "'amount':'1','balance':'0.001'").places()).containsExactly("/balance");
        assertThat(service.put("/transactions/t", "{'account_id':'none','date':'2026-03-01','amount':'1'}")
                        .places())
                .containsExactly("/account_id");
        assertThat(put("t", "'amount':'1','merchnt':'A'").status()).isEqualTo(400);
        assertThat(service.get("/transactions/b%20d").problem()).isEqualTo("/problems/invalid-transaction-id");
        assertThat(database.count("transactions")).isZero();
    }

    @Test
    void namesWhatItsAccountWouldRefuseBesideWhatIsWrongAnyway() {
        Answer nowhere =
                service.put("/transactions/t", "{'account_id':'none','date':'soon','amount':'1e3','balance':'much'}");
        Answer inEuros = service.put(
                "/transactions/t", "{'account_id':'giro','date':'soon','amount':'-1.005','balance':'0.001'}");
        Answer empty = service.put("/transactions/t", "{}");
        Answer lines = service.bulk(
                "/transactions/bulk", "{'id':'t','account_id':'giro','date':'soon','amount':'0','balance':'much'}");

        assertThat(nowhere.places()).containsExactlyInAnyOrder("/account_id", "/date", "/amount", "/balance");
        assertThat(nowhere.each("errors", "code"))
                .containsExactlyInAnyOrder("unknown-account", "wrong-type", "not-a-decimal", "not-a-decimal");
        assertThat(inEuros.places()).containsExactlyInAnyOrder("/date", "/amount", "/balance");
        assertThat(empty.places()).containsExactlyInAnyOrder("/account_id", "/date", "/amount");
        assertThat(lines.eachLine().get(0).each("problem.errors", "pointer"))
                .containsExactlyInAnyOrder("/date", "/amount", "/balance");
    }

    @Test
    void acceptsMoreZerosThanTheCurrencyHasDecimals() {
        assertThat(put("t", "'amount':'-3.2000'").at("amount")).isEqualTo("-3.20");
    }

    @Test
    void staysInItsAccount() {
        service.account("other", "deposit");
        service.transaction("t", "2026-03-10", "-1", "A");

        Answer moved = service.put("/transactions/t", "{'account_id':'other','date':'2026-03-10','amount':'-1'}");

        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.problem()).isEqualTo("/problems/transaction-of-another-account");
    }

    @Test
    void canOnlyBeUnlockedOnceItIsLocked() {
        put("t", "'amount':'1','locked':true");

        Answer changed = put("t", "'amount':'2','locked':true");
        Answer unlockedAndChanged = put("t", "'amount':'2','locked':false");

        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.problem()).isEqualTo("/problems/transaction-locked");
        assertThat(unlockedAndChanged.status()).isEqualTo(409);
        assertThat(service.delete("/transactions/t").status()).isEqualTo(409);
        assertThat(put("t", "'amount':'1','locked':true").at("outcome")).isEqualTo("unchanged");
        assertThat(put("t", "'amount':'1'").at("outcome")).isEqualTo("updated");
        assertThat(put("t", "'amount':'2'").at("outcome")).isEqualTo("updated");
    }

    @Test
    void numbersTwinsHoweverManyComeAtOnce() {
        List<Answer> answers = Service.atOnce(6, i -> put("t-" + i, "'amount':'-1','merchant':'Twin'"));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(database.query("SELECT occurrence_number, sequence_number FROM transactions ORDER BY 1"))
                .extracting(row -> row.get("occurrence_number") + "/" + row.get("sequence_number"))
                .containsExactly("1/0", "2/1", "3/2", "4/3", "5/4", "6/5");
    }

    @Test
    void insertsOnceHoweverManyPutAtOnce() {
        List<Answer> answers = Service.atOnce(6, i -> put("t", "'amount':'-1'"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.at("outcome").equals("unchanged"))
                .hasSize(5);
    }

    @Test
    void obeysTheConditionsOfARequest() {
        put("t", "'amount':'1'");

        assertThat(service.send("PUT", "/transactions/t", body("'amount':'1'"), json("If-None-Match", "*"))
                        .status())
                .isEqualTo(412);
        assertThat(service.send("PUT", "/transactions/t", body("'amount':'2'"), json("If-Match", "\"2\""))
                        .status())
                .isEqualTo(412);
        assertThat(service.send("PUT", "/transactions/t", body("'amount':'2'"), json("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/transactions/t", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
        assertThat(service.delete("/transactions/t", "If-Match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    void answersALineForEachLineAndAReceipt() {
        Answer answer = service.bulk(
                "/transactions/bulk",
                "{'id':'t-1','account_id':'giro','date':'2026-03-10','amount':'-12.40','merchant':'Kiosk'}",
                "{'id':'t-2','account_id':'giro','date':'2026-03-11','amount':'-3.205','merchant':'Grocer'}",
                "{'id':'t-1','account_id':'giro','date':'2026-03-10','amount':'-12.50'}",
                "{'id':'t-3','account_id':'none','date':'2026-03-10','amount':'1'}",
                "nonsense");

        assertThat(answer.status()).isEqualTo(207);
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("{\"line\":1,\"key\":{\"id\":\"t-1\"},\"outcome\":\"folded\"}");
        assertThat(lines.get(1))
                .startsWith("{\"line\":2,\"outcome\":\"rejected\",\"problem\":{\"type\":\"/problems/invalid-body\"")
                .contains("\"pointer\":\"/amount\"");
        assertThat(lines.get(2)).isEqualTo("{\"line\":3,\"key\":{\"id\":\"t-1\"},\"outcome\":\"inserted\"}");
        assertThat(lines.get(3)).contains("\"pointer\":\"/account_id\"");
        assertThat(lines.get(4)).contains("\"line\":5,\"outcome\":\"rejected\"");
        assertThat(lines.get(5))
                .isEqualTo("{\"receipt\":{\"received\":5,\"inserted\":1,\"updated\":0,\"unchanged\":0,\"stale\":0,"
                        + "\"folded\":1,\"rejected\":3}}");
        assertThat(service.get("/transactions/t-1").at("amount")).isEqualTo("-12.50");
    }

    @Test
    void writesAllLinesOrNoneWhenAskedTo() {
        String good = "{'id':'t-1','account_id':'giro','date':'2026-03-10','amount':'1'}";

        Answer refused = service.bulk(
                "/transactions/bulk?atomic=true",
                good,
                good.replace("'1'", "'0'").replace("t-1", "t-2"));
        Answer done = service.bulk("/transactions/bulk?atomic=true", good);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(done.status()).isEqualTo(200);
        assertThat(database.count("transactions")).isEqualTo(1);
    }

    @Test
    void givesTheSameWhenManyLinesComeTwiceAndAtOnce() {
        String[] lines = new String[1_500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'id':'t-" + i + "','account_id':'giro','date':'2026-03-10','amount':'-" + (1 + i / 500) + "'}";
        }

        List<Answer> answers = Service.atOnce(3, i -> service.bulk("/transactions/bulk?receipt=summary", lines));

        assertThat(answers).extracting(Answer::status).containsOnly(207);
        assertThat(database.count("transactions")).isEqualTo(1_500);
        assertThat(database.value("SELECT max(occurrence_number) FROM transactions"))
                .isEqualTo(500L);
        assertThat(service.bulk("/transactions/bulk?receipt=summary", lines).body())
                .contains("\"unchanged\":1500");
    }

    @Test
    void listsTheMostRecentFirstPageByPage() {
        put("b", "'amount':'1','date':'2026-03-02'");
        put("a", "'amount':'1','date':'2026-03-01'");
        put("late", "'amount':'1','date':'2026-03-02','booking_time':'18:00:00'");
        put("c", "'amount':'1','date':'2026-03-02'");

        Answer first = service.get("/transactions?limit=2");
        Answer second = service.get("/transactions?limit=2&cursor=" + first.at("next"));

        assertThat(first.each("id")).containsExactly("late", "b");
        assertThat(second.each("id")).containsExactly("c", "a");
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(service.get("/transactions?account=giro&limit=2&cursor=" + first.at("next"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void findsByAccountDayAndText() {
        service.account("other", "deposit");
        service.transaction("other", "o", "2026-03-02", "1", "Kiosk");
        put("a", "'amount':'1','date':'2026-03-01','merchant':'M\u00dcLLER & S\u00d6HNE'");
        put("b", "'amount':'1','date':'2026-03-02','notes':'f\u00fcr 100% M\u00fcller'");
        put("c", "'amount':'1','date':'2026-03-03','merchant':'100 Muller'");

        assertThat(service.get("/transactions?account=giro").each("id")).containsExactly("c", "b", "a");
        assertThat(service.get("/transactions?from=2026-03-02&to=2026-03-02&account=giro")
                        .each("id"))
                .containsExactly("b");
        assertThat(service.get("/transactions?q=m%C3%BCller").each("id")).containsExactly("b", "a");
        assertThat(service.get("/transactions?q=100%25").each("id")).containsExactly("b");
        assertThat(service.get("/transactions?q=KIOSK").each("id")).containsExactly("o");
        assertThat(service.get("/transactions?q=_").each("id")).isEmpty();
        assertThat(service.get("/transactions?from=2026-13-01").places()).containsExactly("from");
        assertThat(service.get("/transactions?ledger=none").status()).isEqualTo(404);
        assertThat(service.get("/transactions?merchant=x").status()).isEqualTo(400);
    }

    @Test
    void findsWhatIsShownWhateverTheLettersAreAndTheirCase() {
        put("a", "'amount':'1','date':'2026-03-01','merchant':'\u00dcber M\u00fcller'");
        put("b", "'amount':'1','date':'2026-03-02','notes':'\u00d6kostrom K\u00f6ln'");
        put("c", "'amount':'1','date':'2026-03-03','merchant':'\u041c\u0430\u0433\u0430\u0437\u0438\u043d'");
        put(
                "d",
                "'amount':'1','date':'2026-03-04','merchant':'\u039f\u0394\u039f\u03a3 [1] a.c (50%_!) x\\\\y ^$|?*+{}'");

        for (String text : List.of("\u00dcber M\u00fcller", "\u00fcBER m\u00dcLLER", "\u00dcBER", "\u00fc")) {
            assertThat(found(text)).as(text).containsExactly("a");
        }
        assertThat(found("\u00d6kostrom K\u00f6ln")).containsExactly("b");
        assertThat(found("\u041c\u0410\u0413\u0430\u0437")).containsExactly("c");
        assertThat(found("\u03bf\u03b4\u03bf\u03c2")).containsExactly("d");
        for (String text : List.of("[1]", "A.C", "(50%_!)", "X\\Y", "^$|?*+{}")) {
            assertThat(found(text)).as(text).containsExactly("d");
        }
        for (String text : List.of("a c", "abc", ".*", "50__", "M_ller")) {
            assertThat(found(text)).as(text).isEmpty();
        }
    }

    @Test
    void refusesABankIdThatNoIndexHolds() {
        Answer answer = service.bulk(
                "/transactions/bulk",
                "{'id':'t-1','account_id':'giro','date':'2026-03-10','amount':'1'}",
                "{'id':'t-2','account_id':'giro','date':'2026-03-10','amount':'1','external_id':'" + "x".repeat(256)
                        + "'}",
                "{'id':'t-3','account_id':'giro','date':'2026-03-10','amount':'1','external_id':'" + "x".repeat(255)
                        + "'}");

        assertThat(answer.body())
                .contains("\"pointer\":\"/external_id\"", "\"received\":3,\"inserted\":2,", "\"rejected\":1");
    }

    @Test
    void neverTakesAnAmountForOneOfTheCurrencyThatItsAccountGetsMeanwhile() {
        for (int round = 0; round < 20; round++) {
            String account = "race-" + round;
            service.account(account, "deposit", "EUR");

            List<Answer> answers = Service.atOnce(3, i -> switch (i) {
                case 0 ->
                    service.put(
                            "/accounts/" + account,
                            "{'name':'N','institution':'B','type':'deposit','currency_code':'JPY'}");
                case 1 -> service.put("/transactions/one-" + account, race(account));
                default ->
                    service.bulk("/transactions/bulk", race(account).replace("{", "{'id':'many-" + account + "',"));
            });

            assertThat(answers.get(0).status()).isIn(200, 409);
            assertThat(service.get("/transactions?account=" + account).each("amount"))
                    .doesNotContain("1240");
        }
    }

    private static String race(String account) {
        return "{'account_id':'" + account + "','date':'2026-03-10','amount':'12.40'}";
    }

    private List<String> found(String text) {
        return service.get("/transactions?q=" + URLEncoder.encode(text, UTF_8)).each("id");
    }

    @Test
    void goesWithItsAttestationsAndComesBackWithAnotherFile() {
        service.importOfx("giro", Ofx.file().row("2026-03-01", "-1", "A").text());
        String id = service.get("/transactions").each("id").get(0);

        Answer deleted = service.delete("/transactions/" + id);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(service.delete("/transactions/" + id).status()).isEqualTo(404);
        assertThat(service.get("/transactions/" + id).problem()).isEqualTo("/problems/unknown-transaction");
        assertThat(database.count("transaction_attestations")).isZero();
        assertThat(database.count("raw_transactions")).isEqualTo(1);
        Answer other = service.importOfx(
                "giro", Ofx.file().row("2026-03-01", "-1", "A").text() + " ");
        assertThat(other.texts("created", "already_present")).isEqualTo("1 0");
    }

    @Test
    void showsTheRowsThatVouchForIt() {
        service.importOfx("giro", Ofx.file().row("2026-03-01", "-1", "A").text());
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "-2", "B")
                        .text());
        String id = service.get("/transactions?q=A").each("id").get(0);

        Answer first = service.get("/transactions/" + id + "/raw-transactions?limit=1");
        Answer second = service.get("/transactions/" + id + "/raw-transactions?limit=1&cursor=" + first.at("next"));

        assertThat(first.each("outcome")).containsExactly("already_present");
        assertThat(second.each("outcome")).containsExactly("created");
        assertThat(second.each("transaction_id")).containsExactly(id);
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(service.get("/transactions/none/raw-transactions").status()).isEqualTo(404);
    }

    private Answer put(String id, String members) {
        return service.put("/transactions/" + id, body(members));
    }

    private static String body(String members) {
        String date = members.contains("'date'") ? "" : "'date':'2026-03-10',";
        return ("{'account_id':'giro'," + date + members + "}").replace('\'', '"');
    }

    private static String[] json(String header, String value) {
        return new String[] {"Content-Type", "application/json", header, value};
    }
}
