package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeepingCsvProfilesTest {
    private final TestDatabase database;
    private final Service service;

    KeepingCsvProfilesTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccount() {
        service.empty();
        service.account("giro", "deposit");
    }

    @Test
    void answersTheProfileWithItsDefaults() {
        Answer answer = service.put("/csv-profiles/bank", "{'columns':{'date':'Date','amount':2}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/v1/ledger/csv-profiles/bank");
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body())
                .startsWith("{\"name\":\"bank\",\"delimiter\":\",\",\"quote\":\"\\\"\",\"encoding\":\"UTF-8\","
                        + "\"header_rows\":1,\"footer_rows\":0,\"date_format\":\"")
                .contains("\"columns\":{\"amount\":2,\"date\":\"Date\"}", "\"row_order\":\"newest_first\"");
        assertThat(answer.at("content_hash")).hasSize(64);
    }

    @Test
    void changesNothingWhenTheSameComesAgain() {
        service.saved(
                "/csv-profiles/bank",
                "{'delimiter':';','encoding':'ISO-8859-1','date_format':'dd.MM.yyyy','decimal_separator':',',"
                        + "'grouping_separator':'.','sign':'debitCredit','columns':{'date':1,'debit':2,'credit':3}}");

        String body = service.get("/csv-profiles/bank").body();
        Answer again = service.send("PUT", "/csv-profiles/bank", body, "Content-Type", "application/json");

        assertThat(again.texts("outcome", "version", "sign")).isEqualTo("unchanged 1 debit_credit");
    }

    @Test
    void namesEverythingThatIsWrong() {
        Answer answer = service.put(
                "/csv-profiles/bank",
                "{'delimiter':';;','encoding':'none','date_format':'QQQ{','sign':'odd','row_order':'odd'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.places()).contains("/delimiter", "/encoding", "/date_format", "/sign", "/row_order");
        assertThat(service.put("/csv-profiles/bank", "{'sign':'debit_credit','columns':{'amount':2}}")
                        .places())
                .containsExactlyInAnyOrder("/columns/date", "/columns/debit", "/columns/credit");
        assertThat(service.put("/csv-profiles/bank", "{'columns':{'date':0,'amount':true}}")
                        .places())
                .containsExactlyInAnyOrder("/columns/date", "/columns/amount");
        assertThat(service.put("/csv-profiles/bank", "{'columns':{'date':1,'amuont':2}}")
                        .status())
                .isEqualTo(400);
        assertThat(service.put("/csv-profiles/bank", "{'columns':{'date':1,'amount':2},'separator':';'}")
                        .status())
                .isEqualTo(400);
        assertThat(service.put("/csv-profiles/b%2Fank", "{}").status()).isEqualTo(422);
        assertThat(database.count("csv_profiles")).isZero();
    }

    @Test
    void insertsOnceHoweverManyPutAtOnce() {
        List<Answer> answers =
                Service.atOnce(6, i -> service.put("/csv-profiles/bank", "{'columns':{'date':1,'amount':2}}"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.at("outcome").equals("unchanged"))
                .hasSize(5);
    }

    @Test
    void obeysTheConditionsOfARequest() {
        service.saved("/csv-profiles/bank", "{'columns':{'date':1,'amount':2}}");
        String changed = "{'columns':{'date':1,'amount':3}}";

        assertThat(service.put("/csv-profiles/bank", changed, "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(service.put("/csv-profiles/bank", changed, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.put("/csv-profiles/bank", changed, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(200);
        assertThat(service.get("/csv-profiles/bank", "If-None-Match", "\"2\"").status())
                .isEqualTo(304);
        assertThat(service.get("/csv-profiles").each("name")).containsExactly("bank");
        assertThat(service.delete("/csv-profiles/bank").status()).isEqualTo(204);
        assertThat(service.delete("/csv-profiles/bank").status()).isEqualTo(404);
        assertThat(service.get("/csv-profiles/bank").problem()).isEqualTo("/problems/unknown-csv-profile");
    }

    @Test
    void showsAProfileThatWasStoredBeforeItWouldHaveBeenRefused() {
        service.saved("/csv-profiles/bank", "{'columns':{'date':'Date','amount':2}}");
        database.sql("UPDATE csv_profiles SET header_rows = 0");

        assertThat(service.get("/csv-profiles/bank").at("header_rows")).isEqualTo("0");
        assertThat(service.put(
                                "/csv-profiles/bank",
                                service.get("/csv-profiles/bank").body())
                        .places())
                .containsExactly("/columns/date");
    }

    @Test
    void saysOnceThatWordsAreOfTheWrongType() {
        assertThat(service.put(
                                "/csv-profiles/bank",
                                "{'sign':'direction','debit_values':7,'columns':{'date':1,'amount':2,'direction':3}}")
                        .places())
                .containsExactly("/debit_values");
    }

    @Test
    void refusesAPatternThatCannotPrintADay() {
        String columns = "'columns':{'date':'d','amount':'a'}}";

        assertThat(service.put("/csv-profiles/bank", "{'date_format':'yyyy-MM-pd'," + columns)
                        .places())
                .containsExactly("/date_format");
        assertThat(service.put("/csv-profiles/bank", "{'time_format':'pHH:mm'," + columns)
                        .places())
                .containsExactly("/time_format");
        assertThat(service.put("/csv-profiles/bank", "{'date_format':'yyyyppMdd'," + columns)
                        .status())
                .isIn(201, 422);
        assertThat(service.put("/csv-profiles/bank", "{'date_format':'yyyy-MM-ppd'," + columns)
                        .status())
                .isIn(200, 201);
    }

    @Test
    void readsWhatAGermanBankWrites() {
        service.saved(
                "/csv-profiles/bank",
                "{'delimiter':';','encoding':'ISO-8859-1','header_rows':2,'footer_rows':1,'date_format':'dd.MM.yyyy',"
                        + "'decimal_separator':',','grouping_separator':'.','columns':{'date':'Buchung','amount':'Betrag',"
                        + "'merchant':'Name','notes':'Zweck','balance':'Saldo','status':'Status'},"
                        + "'failed_statuses':['storniert']}");
        String file = """
                Konto 4711
                Buchung;Name;Zweck;Betrag;Saldo;Status
                02.03.2026;"B\u00e4ckerei; S\u00fcd";Brot;-1.003,20;96,80;gebucht
                01.03.2026;Firma;Lohn;1.100,00;1.100,00;gebucht
                01.03.2026;Firma;Lohn;1,00;;storniert
                Ende
                """;

        Answer answer = service.sendBytes(
                "POST",
                "/accounts/giro/imports?profile=bank",
                HttpRequest.BodyPublishers.ofByteArray(file.getBytes(StandardCharsets.ISO_8859_1)),
                "Content-Type",
                "text/csv");

        assertThat(answer.texts(
                        "format",
                        "received",
                        "created",
                        "rejected_count",
                        "statement_balance",
                        "statement_balance_date"))
                .isEqualTo("csv 3 2 1 96.80 2026-03-02");
        assertThat(answer.at("profile_key"))
                .isEqualTo("bank@"
                        + service.get("/csv-profiles/bank").at("content_hash").substring(0, 12));
        assertThat(service.get("/transactions").each("merchant")).containsExactly("B\u00e4ckerei; S\u00fcd", "Firma");
        assertThat(service.get("/transactions").each("amount")).containsExactly("-1003.20", "1100.00");
    }
}
