package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnBothDatabases
class ImportingStatementsTest {
    private static final String[] COUNTS = {"received", "created", "already_present", "matched", "rejected_count"};

    private final TestDatabase database;
    private final Service service;

    ImportingStatementsTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccount() {
        service.empty();
        service.account("giro", "deposit");
    }

    @Test
    void accountsForEveryRowAndAnswersTheSameBatchAgain() {
        String file = Ofx.file()
                .row("2026-03-01", "-3.20", "Kiosk", "F1")
                .row("2026-03-02", "0.00", "Nothing", "F2")
                .row("2026-03-03", "2500,00", "Employer", "F3")
                .balance("2600.00", "2026-03-31")
                .text();

        Answer first = service.importOfx("giro", file);
        Answer again = service.importOfx("giro", file);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isEqualTo("/v1/ledger/imports/" + first.at("id"));
        assertThat(first.texts(COUNTS)).isEqualTo("3 2 0 0 1");
        assertThat(first.at("rejected")).contains("line=").contains("problem=The amount is zero.");
        assertThat(first.texts("balance", "currency_code", "statement_balance", "balance_gap", "not_in_file"))
                .isEqualTo("2600.00 EUR 2600.00 103.20 0");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(database.count("transactions")).isEqualTo(2);
        assertThat(database.count("raw_transactions")).isEqualTo(3);
    }

    @Test
    void makesOnlyTheNewRowsOfAnOverlappingFile() {
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "-2", "B")
                        .text());

        Answer overlapping = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-02", "-2", "B")
                        .row("2026-03-03", "-3", "C")
                        .text());

        assertThat(overlapping.texts(COUNTS)).isEqualTo("2 1 1 0 0");
        assertThat(service.get("/transactions").each("merchant")).containsExactly("C", "B", "A");
    }

    @Test
    void keepsTwinsTwoAndMatchesAnEntryByHandOnce() {
        service.put("/transactions/mine", "{'account_id':'giro','date':'2026-03-02','amount':'-3.20'}");

        Answer answer = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-3.20", "Kiosk")
                        .row("2026-03-01", "-3.20", "Kiosk")
                        .row("2026-03-01", "-3.20", "Kiosk")
                        .text());

        assertThat(answer.texts(COUNTS)).isEqualTo("3 2 0 1 0");
        assertThat(service.get("/transactions/mine").texts("merchant", "origin", "date", "version"))
                .isEqualTo("Kiosk manual 2026-03-02 2");
        assertThat(database.count("transactions")).isEqualTo(3);
    }

    @Test
    void leavesALockedEntryByHandAsItIs() {
        service.put("/transactions/mine", "{'account_id':'giro','date':'2026-03-01','amount':'-3.20','locked':true}");

        Answer answer = service.importOfx(
                "giro", Ofx.file().row("2026-03-01", "-3.20", "Kiosk").text());

        assertThat(answer.texts(COUNTS)).isEqualTo("1 0 0 1 0");
        assertThat(service.get("/transactions/mine").texts("merchant", "version"))
                .isEqualTo("null 1");
    }

    @Test
    void triesAnImportByTheSameCodeAndTakesItBack() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();

        Answer tried =
                service.send("POST", "/accounts/giro/imports?dry_run=true", file, "Content-Type", "application/x-ofx");
        Answer done = service.importOfx("giro", file);

        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.texts(COUNTS)).isEqualTo(done.texts(COUNTS));
        assertThat(tried.at("balance")).isEqualTo(done.at("balance"));
        assertThat(done.status()).isEqualTo(201);
        assertThat(database.count("import_batches")).isEqualTo(1);
    }

    @Test
    void importsOneFileOnceHoweverManySendItAtOnce() {
        String file = Ofx.file()
                .row("2026-03-01", "-1", "A")
                .row("2026-03-01", "-1", "A")
                .text();

        List<Answer> answers = Service.atOnce(6, i -> service.importOfx("giro", file));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .extracting(answer -> answer.at("id"))
                .containsOnly(answers.get(0).at("id"));
        assertThat(database.count("transactions")).isEqualTo(2);
        assertThat(database.count("import_batches")).isEqualTo(1);
    }

    @Test
    void makesNothingTwiceOfOverlappingFilesSentAtOnce() {
        List<Answer> answers = Service.atOnce(
                4,
                i -> service.importOfx(
                        "giro",
                        Ofx.file()
                                .row("2026-03-01", "-1", "A")
                                .row("2026-03-01", "-1", "A")
                                .row("2026-03-0" + (2 + i), "-2", "B")
                                .text()));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(database.count("transactions")).isEqualTo(6);
    }

    @Test
    void tellsTheAccountItsNumberAndRefusesAnotherOne() {
        service.importOfx(
                "giro",
                Ofx.file().account("DE12 3456").row("2026-03-01", "-1", "A").text());

        Answer other = service.importOfx(
                "giro", Ofx.file().account("DE99").row("2026-03-02", "-1", "A").text());

        assertThat(service.get("/accounts/giro").at("last4")).isEqualTo("3456");
        assertThat(service.get("/accounts/giro").at("account_number_hash")).hasSize(64);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("type")).isEqualTo("/problems/account-mismatch");
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void asksWhichOfSeveralAccountsAndTakesTheOneNamed() {
        String both = Ofx.file()
                .account("4711")
                .row("2026-03-01", "-1", "A")
                .and(Ofx.file().account("4712").row("2026-03-02", "-2", "B"));

        Answer ambiguous = service.importOfx("giro", both);
        Answer chosen = service.send(
                "POST", "/accounts/giro/imports?account_number=4712", both, "Content-Type", "application/x-ofx");

        assertThat(ambiguous.status()).isEqualTo(422);
        assertThat(ambiguous.at("type")).isEqualTo("/problems/ambiguous-account");
        assertThat(ambiguous.at("detail")).isEqualTo("The file has 4711 and 4712: choose with account_number.");
        assertThat(chosen.status()).isEqualTo(201);
        assertThat(service.get("/transactions").each("merchant")).containsExactly("B");
    }

    @Test
    void keepsAndCountsRowsThatItCannotConvert() {
        Answer answer = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "abc", "A")
                        .row("2026-03-01", "-1", "B")
                        .text());

        assertThat(answer.texts(COUNTS)).isEqualTo("2 1 0 0 1");
        List<Map<?, ?>> raw =
                service.get("/imports/" + answer.at("id") + "/raw-transactions").list("items");
        assertThat(raw.stream().map(row -> row.get("outcome") + " " + row.get("is_processed")))
                .containsExactly("rejected false", "created true");
        assertThat(String.valueOf(raw.get(0).get("raw_data")))
                .startsWith("<STMTTRN>")
                .contains("abc");
    }

    @Test
    void storesNothingOfAFileThatFailsAsAWhole() {
        Answer answer = service.importOfx(
                "giro", Ofx.file().row("2026-03-01", "abc", "A").text());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("type")).isEqualTo("/problems/no-valid-transactions");
        assertThat(answer.body()).contains("\"rejected\":[{\"line\":").doesNotContain(",\"line\":");
        assertThat(database.count("import_batches")).isZero();
        assertThat(database.count("raw_transactions")).isZero();
    }

    @Test
    void readsAFileAgainByACorrectedProfile() {
        String csv = "Date,Amount,Merchant\n2026-03-01,5.00,Kiosk\n";
        profile("{'columns':{'date':'Date','amount':'Amount','merchant':'Merchant'}}");
        Answer first = service.importCsv("giro", "bank", csv);
        service.delete("/imports/" + first.at("id"));
        profile("{'sign':'inverted','columns':{'date':1,'amount':2,'merchant':3}}");

        Answer corrected = service.importCsv("giro", "bank", csv);

        assertThat(corrected.status()).isEqualTo(201);
        assertThat(service.get("/transactions").each("amount")).containsExactly("-5.00");
        assertThat(service.importCsv("giro", "bank", csv).status()).isEqualTo(200);
    }

    @Test
    void takesLateRowsAndTellsWhatTheFileLeavesOut() {
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-05", "-5", "E")
                        .text());

        Answer late = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-07", "-7", "G")
                        .text());

        assertThat(late.texts("created", "already_present", "not_in_file")).isEqualTo("1 1 1");
    }

    @Test
    void keepsWhatAPersonEditedWhenTheRowComesAgain() {
        service.importOfx("giro", Ofx.file().row("2026-03-01", "-1", "A", "F1").text());
        String id = service.get("/transactions").each("id").get(0);
        service.put("/transactions/" + id, "{'account_id':'giro','date':'2026-04-01','amount':'-9','merchant':'Mine'}");

        Answer again = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A", "F1")
                        .row("2026-03-02", "-2", "B")
                        .text());

        assertThat(again.texts("created", "already_present")).isEqualTo("1 1");
        assertThat(service.get("/transactions/" + id).texts("amount", "merchant", "date"))
                .isEqualTo("-9.00 Mine 2026-04-01");
    }

    @Test
    void recognisesAFileWhoseBankIdsHaveChanged() {
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A", "A1")
                        .row("2026-03-02", "-2", "B", "A2")
                        .row("2026-03-03", "-3", "C", "A3")
                        .text());

        Answer exportedAgain = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A", "B1")
                        .row("2026-03-02", "-2", "B", "B2")
                        .row("2026-03-03", "-3", "C", "B3")
                        .row("2026-03-04", "-4", "D", "B4")
                        .text());

        assertThat(exportedAgain.texts(COUNTS)).isEqualTo("4 1 3 0 0");
    }

    @Test
    void takesTheDefaultFormatsOfCsvAndRefusesWhatItCannotRead() {
        profile("{'columns':{'date':'Date','amount':'Amount'}}");

        assertThat(service.importCsv("giro", "none", "x").at("type")).isEqualTo("/problems/unknown-profile");
        assertThat(service.importCsv("giro", "bank", "x,y\n1,2\n").at("type")).isEqualTo("/problems/wrong-profile");
        assertThat(service.importOfx("giro", "nonsense").at("type")).isEqualTo("/problems/unreadable-file");
        assertThat(service.importOfx("giro", "<OFX><INVSTMTRS></OFX>").at("type"))
                .isEqualTo("/problems/unsupported-statement");
        assertThat(service.importOfx("nobody", "<OFX></OFX>").status()).isEqualTo(404);
        assertThat(service.send("POST", "/accounts/giro/imports", "x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(service.send("POST", "/accounts/giro/imports", "x", "Content-Type", "application/octet-stream")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void takesOctetsOfANamedFormatAndAPartNamedFile() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();
        Answer octets = service.send(
                "POST", "/accounts/giro/imports?format=ofx", file, "Content-Type", "application/octet-stream");

        Answer multipart = upload("", "application/vnd.intu.qfx", file.replace(">A<", ">B<"), "");

        assertThat(octets.status()).isEqualTo(201);
        assertThat(multipart.status()).isEqualTo(201);
        assertThat(multipart.at("source_file_name")).isEqualTo("march.qfx");
    }

    @Test
    void refusesAWishForADryRunThatStandsBesideTheFile() {
        String file = Ofx.file().row("2026-03-02", "-4.50", "Bakery").text();
        String beside = "--b\r\nContent-Disposition: form-data; name=\"dry_run\"\r\n\r\ntrue\r\n";

        Answer refused = upload("", "application/vnd.intu.qfx", file, beside);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.places()).isEqualTo(List.of("/dry_run"));
        assertThat(service.get("/imports").json().get("items")).isEqualTo(List.of());
    }

    /** Sends a file as a part of a form, and others behind it. */
    private Answer upload(String query, String type, String file, String others) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"march.qfx\"\r\n"
                + "Content-Type: " + type + "\r\n\r\n" + file + "\r\n";
        return service.sendBytes(
                "POST",
                "/accounts/giro/imports" + query,
                HttpRequest.BodyPublishers.ofString(part + others + "--b--\r\n"),
                "Content-Type",
                "multipart/form-data; boundary=b");
    }

    @Test
    void refusesAFormatThatIsNotThatOfTheContentType() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();

        Answer raw =
                service.send("POST", "/accounts/giro/imports?format=csv", file, "Content-Type", "application/x-ofx");
        Answer part = upload("?format=csv", "application/vnd.intu.qfx", file, "");
        Answer agreeing = upload("?format=ofx", "application/vnd.intu.qfx", file, "");

        assertThat(raw.texts("type", "status", "detail"))
                .isEqualTo("/problems/unsupported-media-type 415 The body is application/x-ofx, and format says csv.");
        assertThat(part.status()).isEqualTo(415);
        assertThat(agreeing.status()).isEqualTo(201);
    }

    @Test
    void takesMediaTypesInAnyCase() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();

        Answer raw =
                service.send("POST", "/accounts/giro/imports?dry_run=true", file, "Content-Type", "Application/X-OFX");
        Answer octets = service.send(
                "POST",
                "/accounts/giro/imports?dry_run=true&format=ofx",
                file,
                "Content-Type",
                "APPLICATION/OCTET-STREAM");
        Answer multipart = upload("?dry_run=true", "Application/Vnd.Intu.QFX", file, "");

        assertThat(List.of(raw, octets, multipart)).extracting(Answer::status).containsOnly(200);
    }

    @Test
    @Timeout(60)
    void answersTheNextRequestAfterAFileThatWasRefusedForItsParameters() {
        String file = "x".repeat(2_000_000);

        for (int i = 0; i < 3; i++) {
            Answer refused = service.send(
                    "POST", "/accounts/giro/imports?format=pdf", file, "Content-Type", "application/x-ofx");

            assertThat(refused.status()).isEqualTo(422);
        }
    }

    @Test
    void rejectsTheRecordsOfAnAccountThatAreInAnotherCurrency() {
        Ofx euros = Ofx.file().row("2026-03-01", "-1", "A").balance("-1", "2026-03-01");
        String file = euros.and(Ofx.file().row("2026-03-02", "-2", "B").balance("-2", "2026-03-02"));
        int second = file.lastIndexOf("<CURDEF>EUR");

        Answer answer = service.importOfx(
                "giro", file.substring(0, second) + file.substring(second).replace("EUR", "USD"));

        assertThat(answer.texts(COUNTS)).isEqualTo("2 1 0 0 1");
        assertThat(answer.texts("balance", "statement_balance", "balance_gap")).isEqualTo("-1.00 -1.00 0.00");
        assertThat(answer.body()).contains("\"problem\":\"The currency is USD, the account's is EUR.\"");
    }

    @Test
    void takesTheFirstAndTheLastDayThatCanBeKept() {
        Ofx file = Ofx.file();
        List.of("0001-01-01", "0001-01-03", "9999-12-29", "9999-12-31").forEach(day -> file.row(day, "-1", "A"));

        Answer first = service.importOfx("giro", file.text());
        Answer again = service.importOfx("giro", file.text() + " ");

        assertThat(first.texts(COUNTS)).isEqualTo("4 4 0 0 0");
        assertThat(again.texts(COUNTS)).isEqualTo("4 0 4 0 0");
    }

    @Test
    void rejectsABankIdThatNoIndexHolds() {
        Answer answer = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "A")
                        .row("2026-03-02", "-2", "B", "x".repeat(3_500))
                        .text());

        assertThat(answer.texts(COUNTS)).isEqualTo("2 1 0 0 1");
    }

    @Test
    void carriesOnTheBalanceOfALoanAcrossWhatWasEnteredByHand() {
        service.saved(
                "/accounts/loan",
                "{'name':'N','institution':'B','type':'loan','currency_code':'EUR','metadata':{'loan_amount':'1000'}}");
        service.importOfx("loan", Ofx.file().row("2026-01-01", "50", "A").text());
        service.transaction("loan", "by-hand", "2026-01-15", "-3", "Fee");

        service.importOfx("loan", Ofx.file().row("2026-02-01", "50", "B").text());

        assertThat(service.get("/transactions?account=loan").each("balance"))
                .containsExactly("-900.00", "null", "-950.00");
    }

    @Test
    void knowsThousandsOfRowsAgain() {
        Ofx file = Ofx.file();
        IntStream.range(0, 3_000)
                .forEach(i -> file.row("2026-03-" + (10 + i % 20), "-" + (1 + i / 100), "Shop " + i % 100));

        Answer first = service.importOfx("giro", file.text());
        Answer again = service.importOfx("giro", file.text() + "\n");

        assertThat(first.texts(COUNTS)).isEqualTo("3000 3000 0 0 0");
        assertThat(again.texts(COUNTS)).isEqualTo("3000 0 3000 0 0");
    }

    private void profile(String json) {
        assertThat(service.put("/csv-profiles/bank", json).status()).isIn(200, 201);
    }
}
