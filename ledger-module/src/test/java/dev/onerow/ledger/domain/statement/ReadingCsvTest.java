package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.CsvFiles.draft;
import static dev.onerow.ledger.domain.statement.CsvFiles.simple;
import static dev.onerow.ledger.domain.statement.OfxFiles.EUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.onerow.ledger.domain.statement.StatementReading.Unreadable;
import dev.onerow.ledger.domain.statement.StatementReading.WrongProfile;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCsvTest {
    @Test
    void readsARowByTheHeadersOfItsProfile() {
        StatementEntry entry = draft().delimiter(";")
                .rows(5, 1)
                .dates("dd.MM.yyyy")
                .times("HH:mm")
                .numbers(",", ".")
                .column("date", "Buchung")
                .column("time", "Zeit")
                .column("amount", 3)
                .column("merchant", "empfänger")
                .column("notes", "Zweck")
                .column("balance", "Saldo")
                .column("external_id", "Ref")
                .column("principal", "Tilgung")
                .entry("\uFEFFKonto;4711\n\nvon;1\n\n"
                        + "Buchung;Zeit;Betrag;Empfänger;Zweck;Saldo;Ref;Tilgung\n"
                        + "31.03.2026;23:59;-1.234,50 €;\"Kiosk; \"\"Ecke\"\"\";"
                        + "\"Zeile 1\nZeile 2\";1.000,00;r-1;10\n"
                        + "03.03.2026;end of the list\n\n");

        assertThat(entry)
                .isEqualTo(new StatementEntry(
                        LocalDate.of(2026, 3, 31),
                        LocalTime.of(23, 59),
                        -123450,
                        "Kiosk; \"Ecke\"",
                        "Zeile 1\nZeile 2",
                        "r-1",
                        100000L,
                        1000L,
                        false));
    }

    @Test
    void keepsEachRecordVerbatimWithItsFirstLine() {
        Statement statement =
                simple().statement("Date,Amount,Merchant\r\n\r\n2026-03-01, 1.00 ,\"a\r\nb\"\r\n2026-03-02,2,\r\n");

        assertThat(statement.rows())
                .extracting(SourceRow::number, SourceRow::line, SourceRow::verbatim)
                .containsExactly(tuple(1, 3, "2026-03-01, 1.00 ,\"a\r\nb\""), tuple(2, 5, "2026-03-02,2,"));
    }

    @ParameterizedTest
    @CsvSource({
        "as_is, -5.00, -500",
        "inverted, -5.00, 500",
        "as_is, 5.00-, -500",
        "as_is, (5.00), -500",
        "as_is, \u22125.00, -500",
        "as_is, $5.00, 500",
        "as_is, 5.00 EUR, 500"
    })
    void readsTheSignOfOneColumn(String sign, String printed, long amount) {
        assertThat(simple().sign(sign)
                        .entry("Date,Amount,Merchant\n2026-03-01," + printed + ",x")
                        .amount())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"5.00, '', -500", "'', 7.00, 700", "-5.00, 0.00, -500", "0, 7, 700", "3, 4, 100"})
    void readsMoneyOutAndInFromColumnsOfTheirOwn(String debit, String credit, long amount) {
        StatementEntry entry = draft().sign("debitCredit")
                .column("date", "d")
                .column("debit", "out")
                .column("credit", "in")
                .entry("d,out,in\n2026-03-01," + debit + "," + credit);

        assertThat(entry.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"S, 5.00, -500", "h, 5.00, 500", "s, -5.00, -500"})
    void readsTheDirectionFromAWord(String word, String printed, long amount) {
        StatementEntry entry = simple().sign("direction", "S")
                .column("direction", "SH")
                .entry("Date,Amount,Merchant,SH\n2026-03-01," + printed + ",x," + word);

        assertThat(entry.amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-02-30,1,x,ok,', date-unreadable",
        "',1,x,ok,', date-missing",
        "'2026-03-01,,x,ok,', amount-missing",
        "'2026-03-01,1.000.00,x,ok,', amount-unreadable",
        "'2026-03-01,0.00,x,ok,', amount-zero",
        "'2026-03-01,1.001,x,ok,', too-many-decimals",
        "'2026-03-01,1,x,Failed,', status-failed",
        "'2026-03-01,1,x,ok,USD', other-currency",
        "'2026-03-01', amount-missing",
        "',,,,', date-missing",
        "'2026-03-01,1,x,ok,eur', readable"
    })
    void rejectsARowWithItsReason(String row, String code) {
        assertThat(simple().failed("failed")
                        .column("status", "Status")
                        .column("currency", "Currency")
                        .problem("Date,Amount,Merchant,Status,Currency\n" + row))
                .isEqualTo(code);
    }

    @Test
    void flagsMovementsByStatusOrDirection() {
        CsvFiles profile = simple().neutral("transfer").column("status", 4);

        assertThat(profile.entry("Date,Amount,Merchant,S\n2026-03-01,1,x,Transfer")
                        .isNeutral())
                .isTrue();
        assertThat(profile.entry("Date,Amount,Merchant,S\n2026-03-01,1,x,done").isNeutral())
                .isFalse();
    }

    @Test
    void readsDateAndTimeFromOneColumnWithEnglishMonths() {
        StatementEntry entry = simple().dates("d MMM yy h:mm a").entry("Date,Amount,Merchant\n1 Mar 26 1:05 pm,1,x");

        assertThat(entry.date()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(entry.time()).isEqualTo(LocalTime.of(13, 5));
    }

    @Test
    void groupsDigitsByAnyOfUnicodesBlanks() {
        StatementEntry entry =
                simple().numbers(",", "\u202F").delimiter(";").entry("Date;Amount;Merchant\n2026-03-01;1\u00A0234,5;x");

        assertThat(entry.amount()).isEqualTo(123450);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.50 | 123450",
                "-1,234,567.89 | -123456789",
                "12,34,567.89 | 123456789",
                "1234567 | 123456700",
                "+999 | 99900"
            })
    void takesSeparatorsBetweenThousandsForGroups(String printed, long amount) {
        assertThat(grouped()
                        .entry("Date;Amount;Merchant\n2026-03-01;" + printed + ";x")
                        .amount())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,50",
                "1,23",
                "1,2345",
                "1234,567",
                ",500",
                "1,,000",
                "1,000,",
                "1,00,00",
                "1,000,00",
                "123,45,678"
            })
    void rejectsAnAmountWhoseSeparatorsMakeNoGroups(String printed) {
        assertThat(grouped().problem("Date;Amount;Merchant\n2026-03-01;" + printed + ";x"))
                .isEqualTo("amount-unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 1.000",
                "'' | 12.34",
                "'' | .5",
                "'' | -1.000",
                "'' | 1.000,00",
                "'' | 1,2.3",
                ". | 12.34",
                ". | .5",
                ". | 1.000.00",
                "' ' | 1.000"
            })
    void rejectsAPointWhereAnotherCharacterIsTheDecimalSeparator(String grouping, String printed) {
        CsvFiles profile = simple().numbers(",", grouping).delimiter(";").column("balance", "Balance");
        String header = "Date;Amount;Merchant;Balance\n";

        assertThat(profile.problem(header + "2026-03-01;" + printed + ";x;1,00"))
                .isEqualTo("amount-unreadable");
        assertThat(profile.problem(header + "2026-03-01;1,00;x;" + printed)).isEqualTo("amount-unreadable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {". | 1.000 | 100000", ". | 1.234,5 | 123450", "'' | 1000 | 100000", "'' | ,5 | 50", "'' | 5, | 500"
            })
    void readsWhatACommaAsDecimalSeparatorLeaves(String grouping, String printed, long amount) {
        assertThat(simple().numbers(",", grouping)
                        .delimiter(";")
                        .entry("Date;Amount;Merchant\n2026-03-01;" + printed + ";x")
                        .amount())
                .isEqualTo(amount);
    }

    private static CsvFiles grouped() {
        return simple().numbers(".", ",").delimiter(";");
    }

    @Test
    void readsQuotesAsTextWhenTheProfileSaysThatThereAreNone() {
        assertThat(simple().quote("")
                        .entry("Date,Amount,Merchant\n2026-03-01,1,\"a\" b")
                        .merchant())
                .isEqualTo("\"a\" b");
    }

    @Test
    void takesTheBalanceOfTheMostRecentRowAsTheStatements() {
        Statement oldestFirst = simple().column("balance", "B")
                .statement("Date,Amount,Merchant,B\n2026-03-01,1,x,10\n2026-03-02,1,x,11\n2026-03-02,2,x,13");

        assertThat(oldestFirst.balance()).isEqualTo(new StatedBalance(1300, LocalDate.of(2026, 3, 2)));
    }

    @Test
    void saysThatTheProfileIsWrongForTheFile() {
        byte[] latin = "Date,Amount,Merchant\n2026-03-01,1,Müller".getBytes(Charset.forName("windows-1252"));

        assertThat(CsvStatements.read(latin, simple().profile(), EUR)).isInstanceOf(WrongProfile.class);
        assertThat(simple().reading("Datum,Betrag\n"))
                .isEqualTo(new WrongProfile("The file has no column under Date, Amount, Merchant."));
    }

    @Test
    void refusesAQuoteThatIsNeverClosed() {
        assertThat(simple().reading("Date,Amount,Merchant\n2026-03-01,1,\"x\n2026-03-02,1,y"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void findsEveryProblemOfAProfileAtOnce() {
        assertThat(draft().delimiter(";;")
                        .quote("\n")
                        .encoding("klingon")
                        .rows(-1, 2_000)
                        .dates("dd.MM.")
                        .times("ss")
                        .numbers(",", ",")
                        .sign("upside_down")
                        .order("random")
                        .column("date", 0)
                        .column("nonsense", "x")
                        .problems())
                .containsExactlyInAnyOrder(
                        "/delimiter",
                        "/quote",
                        "/encoding",
                        "/header_rows",
                        "/footer_rows",
                        "/date_format",
                        "/time_format",
                        "/grouping_separator",
                        "/sign",
                        "/row_order",
                        "/columns/date",
                        "/columns/nonsense");
        assertThat(draft().sign("direction").problems())
                .containsExactlyInAnyOrder("/columns/date", "/columns/amount", "/columns/direction", "/debit_values");
        assertThat(draft().sign("debit_credit").column("date", 1).problems())
                .containsExactlyInAnyOrder("/columns/debit", "/columns/credit");
    }

    @Test
    void refusesAProfileThatFitsNoFile() {
        assertThat(simple().rows(0, 0).problems())
                .containsExactlyInAnyOrder("/columns/date", "/columns/amount", "/columns/merchant");
        assertThat(draft().rows(0, 0).column("date", 1).column("amount", 2).problems())
                .isEmpty();
        assertThat(simple().numbers("1", "").problems()).containsExactly("/decimal_separator");
        assertThat(simple().numbers(",", "\u0663").problems()).containsExactly("/grouping_separator");
    }

    @Test
    void hasOneContentHashForOneWayOfReading() {
        String hash = simple().profile().contentHash();

        assertThat(simple().sign("asIs").delimiter(",").profile().contentHash()).isEqualTo(hash);
        assertThat(simple().numbers(",", "").profile().contentHash()).isNotEqualTo(hash);
        assertThat(simple().profile().key("bank")).isEqualTo("bank@" + hash.substring(0, 12));
    }
}
