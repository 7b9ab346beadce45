package dev.onerow.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other ledgers do wrong, one test each; the display name is the defect, the method what is so here. */
@OnBothDatabases
class DefectsOfPriorArtTest {
    private final TestDatabase database;
    private final Service service;

    DefectsOfPriorArtTest(TestDatabase database) {
        this.database = database;
        this.service = new Service(database);
    }

    @BeforeEach
    void anAccountAndALedger() {
        service.empty();
        service.account("giro", "deposit");
        service.saved(
                "/category-templates/home",
                "{'name':'Home','categories':[{'id':'living','name':'Living'},{'id':'food','name':'Food','parent_id':'living'},"
                        + "{'id':'rent','name':'Rent','parent_id':'living'}],"
                        + "'rules':[{'id':'r','category_id':'food','conditions':{'merchant_pattern':'kiosk'}}]}");
        service.saved("/ledgers/main", "{'name':'Main','category_template_id':'home'}");
    }

    @Test
    @DisplayName("1: INSERT OR REPLACE deletes first")
    void keepsWhatHangsOnARowThatIsSavedAgain() {
        service.importOfx("giro", Ofx.file().row("2026-03-01", "-1", "Kiosk").text());

        service.saved("/accounts/giro", "{'name':'Renamed','institution':'B','type':'deposit','currency_code':'EUR'}");
        service.saved("/category-templates/home", "{'name':'Renamed'}");
        service.saved("/ledgers/main", "{'name':'Renamed','category_template_id':'home'}");

        assertThat(database.count("transactions")).isEqualTo(1);
        assertThat(database.count("categories")).isEqualTo(3);
        assertThat(database.count("category_rules")).isEqualTo(1);
        assertThat(database.count("transaction_category_mappings")).isEqualTo(1);
    }

    @Test
    @DisplayName("2: random ids as the only key, so that no conflict fires on re-import")
    void makesNothingNewOfRowsThatAreStored() {
        String file = Ofx.file()
                .row("2026-03-01", "-1", "A")
                .row("2026-03-02", "-2", "B")
                .text();
        service.importOfx("giro", file);

        Answer otherBytes = service.importOfx("giro", file + "\n");

        assertThat(otherBytes.texts("created", "already_present")).isEqualTo("0 2");
        assertThat(database.count("transactions")).isEqualTo(2);
    }

    @Test
    @DisplayName("3: one mapping per transaction and ledger by delete and insert")
    void changesAMappingInPlace() {
        service.transaction("t", "2026-03-01", "-1", "A");
        Answer first = service.saved("/ledgers/main/transactions/t/category", "{'category_id':'food'}");

        Answer second = service.saved("/ledgers/main/transactions/t/category", "{'category_id':'rent'}");

        assertThat(second.texts("id", "created_at", "version"))
                .isEqualTo(first.at("id") + " " + first.at("created_at") + " 2");
    }

    @Test
    @DisplayName("4: FITID as identity, though fee rows share it and banks change it")
    void trustsAnIdentifierOnlyWithDateAndAmountAndWhileItDoesNotChange() {
        Answer shared = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "Fee", "X")
                        .row("2026-03-02", "-2", "Other fee", "X")
                        .row("2026-03-03", "-3", "A", "A1")
                        .text());

        Answer changed = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "Fee", "B1")
                        .row("2026-03-02", "-2", "Other fee", "B2")
                        .row("2026-03-03", "-3", "A", "B3")
                        .text());

        assertThat(shared.at("created")).isEqualTo("3");
        assertThat(changed.texts("created", "already_present")).isEqualTo("0 3");
    }

    @Test
    @DisplayName("5: twins imported again or merged")
    void keepsTwinsTwoAndAddsAThirdOnce() {
        Ofx two = Ofx.file().row("2026-03-01", "-1", "Bus").row("2026-03-01", "-1", "Bus");
        service.importOfx("giro", two.text());
        Answer three =
                service.importOfx("giro", two.row("2026-03-01", "-1", "Bus").text());
        Answer again = service.importOfx("giro", two.text() + " ");

        assertThat(three.texts("created", "already_present")).isEqualTo("1 2");
        assertThat(again.texts("created", "already_present")).isEqualTo("0 3");
    }

    @Test
    @DisplayName("6: a pattern on notes counted as met when there are no notes")
    void catchesNothingByNotesThatAreNotThere() {
        service.saved(
                "/category-templates/home/rules/r",
                "{'category_id':'food','conditions':{'merchant_pattern':'A','notes_pattern':'invoice'}}");
        service.transaction("t", "2026-03-01", "-1", "A");

        assertThat(service.post("/ledgers/main/categorise").texts("examined", "inserted"))
                .isEqualTo("1 0");
    }

    @Test
    @DisplayName("7: an overlap check that aborts the import")
    void takesLateRowsOfDaysThatWereImportedBefore() {
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
                        .row("2026-03-03", "-3", "Late")
                        .row("2026-03-06", "-6", "F")
                        .text());

        assertThat(late.status()).isEqualTo(201);
        assertThat(late.texts("created", "already_present", "not_in_file")).isEqualTo("2 1 1");
    }

    @Test
    @DisplayName("8: unconvertible rows skipped and uncounted")
    void rejectsWhatItCannotConvertWithItsLine() {
        Answer answer = service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "abc", "A")
                        .row("2026-03-01", "-1", "B")
                        .text());

        assertThat(answer.texts("received", "created", "rejected_count")).isEqualTo("2 1 1");
        assertThat(answer.each("rejected", "line")).containsExactly("7");
        assertThat(answer.each("rejected", "problem")).doesNotContain("", "null");
    }

    @Test
    @DisplayName("9: raw rows deleted after 90 days, batches after 365")
    void keepsRawRowsAndBatchesForAsLongAsNobodyTakesThemBack() {
        service.importOfx("giro", Ofx.file().row("1999-03-01", "-1", "A").text());
        database.sql("UPDATE import_batches SET imported_at = '2001-01-01T00:00:00.000000Z'");

        service.importOfx("giro", Ofx.file().row("2026-03-01", "-1", "B").text());

        assertThat(database.count("raw_transactions")).isEqualTo(2);
        assertThat(service.get("/imports").list("items")).hasSize(2);
    }

    @Test
    @DisplayName("10: no undo, or tombstones that block re-import")
    void takesAnImportBackAndTakesTheFileAgain() {
        String file = Ofx.file().row("2026-03-01", "-1", "A").text();
        Answer first = service.importOfx("giro", file);

        service.delete("/imports/" + first.at("id"));

        assertThat(database.count("transactions")).isZero();
        assertThat(service.importOfx("giro", file).texts("created", "already_present"))
                .isEqualTo("1 0");
    }

    @Test
    @DisplayName("11: all flow switches off shows nothing in memory and everything in SQL")
    void showsAndCountsNothingWithAllFlowsOff() {
        service.transaction("t", "2026-03-01", "-1", "Kiosk");
        service.saved(
                "/ledgers/main",
                "{'name':'Main','category_template_id':'home','rules':"
                        + "{'include_flow_in':false,'include_flow_out':false,'include_neutral':false}}");

        assertThat(service.get("/ledgers/main/transactions").list("items")).isEmpty();
        assertThat(service.get("/ledgers/main/statistics").at("total_transactions"))
                .isEqualTo("0");
        assertThat(service.post("/ledgers/main/categorise").at("examined")).isEqualTo("0");
    }

    @Test
    @DisplayName("12: sequence shown in two directions, equal priorities without order")
    void showsTheMoreRecentFirstEverywhereAndTriesEqualPrioritiesById() {
        service.saved(
                "/category-templates/home/rules/a", "{'category_id':'rent','conditions':{'merchant_pattern':'kiosk'}}");
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("2026-03-01", "-1", "Kiosk early")
                        .row("2026-03-01", "-2", "Kiosk late")
                        .text());

        Answer list = service.get("/transactions");

        assertThat(list.each("merchant")).containsExactly("Kiosk late", "Kiosk early");
        assertThat(list.each("sequence_number")).containsExactly("0", "1");
        assertThat(service.get("/ledgers/main/transactions").each("merchant")).isEqualTo(list.each("merchant"));
        assertThat(service.get("/ledgers/main/transactions").each("rule_id")).containsExactly("a", "a");
    }

    @Test
    @DisplayName("13: booking dates as instants, floats, sums across currencies")
    void keepsDaysCentsAndCurrenciesAsTheyAre() {
        service.account("yen", "deposit", "JPY");
        service.importOfx(
                "giro",
                Ofx.file()
                        .row("20260301235959.999[+14:X]", "0.1", "A")
                        .row("20260301", "0.2", "B")
                        .text());
        service.transaction("yen", "y", "2026-03-01", "1", "C");

        Answer statistics = service.get("/ledgers/main/statistics");

        assertThat(service.get("/transactions").each("date")).containsOnly("2026-03-01");
        assertThat(statistics.each("by_currency", "total_income")).containsExactly("0.30", "1");
        assertThat(statistics.at("total_income")).isEqualTo("null");
    }

    @Test
    @DisplayName("14: rules override a person's category, preview and run differ")
    void letsAPersonWinAndPreviewsWhatItDoes() {
        service.transaction("mine", "2026-03-01", "-1", "Kiosk");
        service.transaction("other", "2026-03-02", "-1", "Kiosk");
        service.saved("/ledgers/main/transactions/mine/category", "{'category_id':'rent'}");

        Answer preview = service.post("/ledgers/main/categorise?dry_run=true");
        Answer run = service.post("/ledgers/main/categorise");

        assertThat(run.json()).isEqualTo(preview.json());
        assertThat(service.get("/ledgers/main/transactions").each("category_id"))
                .containsExactly("food", "rent");
    }

    @Test
    @DisplayName("15: a corrected reading of a file counts as duplicate")
    void readsAFileAgainByACorrectedProfileAndStoresNothingOfAFailure() {
        String csv = "Date,Amount\n2026-03-01,5.00\n";
        service.saved("/csv-profiles/bank", "{'date_format':'dd.MM.yyyy','columns':{'date':'Date','amount':'Amount'}}");
        Answer failed = service.importCsv("giro", "bank", csv);
        service.saved("/csv-profiles/bank", "{'columns':{'date':'Date','amount':'Amount'}}");

        Answer corrected = service.importCsv("giro", "bank", csv);

        assertThat(failed.problem()).isEqualTo("/problems/no-valid-transactions");
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(database.count("import_batches")).isEqualTo(1);
    }
}
