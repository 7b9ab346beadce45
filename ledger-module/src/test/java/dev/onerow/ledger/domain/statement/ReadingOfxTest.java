package dev.onerow.ledger.domain.statement;

import static dev.onerow.ledger.domain.statement.OfxFiles.EUR;
import static dev.onerow.ledger.domain.statement.OfxFiles.SGML_HEADER;
import static dev.onerow.ledger.domain.statement.OfxFiles.entry;
import static dev.onerow.ledger.domain.statement.OfxFiles.problem;
import static dev.onerow.ledger.domain.statement.OfxFiles.sgml;
import static dev.onerow.ledger.domain.statement.OfxFiles.statement;
import static dev.onerow.ledger.domain.statement.OfxFiles.statements;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingOfxTest {
    @Test
    void readsWhatATransactionSaysAsPrinted() {
        StatementEntry entry = entry("""
                <STMTTRN>
                <TRNTYPE>DEBIT
                <DTPOSTED>20260331233059.000[-5:EST]
                <TRNAMT>-12.40
                <FITID>F-1
                <NAME>Caf&eacute; &amp; Bar
                <MEMO>two coffees
                </STMTTRN>
                """);

        assertThat(entry)
                .isEqualTo(new StatementEntry(
                        LocalDate.of(2026, 3, 31),
                        LocalTime.of(23, 30, 59),
                        -1240,
                        "Caf&eacute; & Bar",
                        "two coffees",
                        "F-1",
                        null,
                        null,
                        false));
    }

    @Test
    void keepsEachTransactionVerbatimWithItsLine() {
        String transaction = "<STMTTRN><DTPOSTED>20260301<TRNAMT>1<FITID>a\n  <NAME>Two  blanks &amp; more</STMTTRN>";

        SourceRow row =
                statement(sgml("\n" + transaction + "\n" + transaction)).rows().get(1);

        assertThat(row.verbatim()).isEqualTo(transaction);
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.line()).isEqualTo(14);
    }

    @Test
    void readsXmlWithCdataCommentsAndPrefixes() {
        Statement statement = statement("""
                <?xml version="1.0" encoding="UTF-8"?>
                <?OFX OFXHEADER="200" VERSION="211" SECURITY="NONE" OLDFILEUID="NONE" NEWFILEUID="NONE"?>
                <ofx:OFX xmlns:ofx="urn:x"><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS>
                <CURDEF>EUR</CURDEF><CCACCTFROM><ACCTID>1234</ACCTID></CCACCTFROM>
                <BANKTRANLIST><!-- <STMTTRN> of yesterday --><STMTTRN>
                <DTPOSTED>20260301</DTPOSTED><TRNAMT>-5,50</TRNAMT><FITID/>
                <NAME><![CDATA[A <B> & C  ]]></NAME><MEMO></MEMO></STMTTRN></BANKTRANLIST>
                <LEDGERBAL><BALAMT>-123.45</BALAMT><DTASOF>20260302</DTASOF></LEDGERBAL>
                <AVAILBAL><BALAMT>999.99</BALAMT><DTASOF>20260302</DTASOF></AVAILBAL>
                </CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></ofx:OFX>
                """);

        assertThat(statement.accountNumber()).isEqualTo("1234");
        assertThat(statement.balance()).isEqualTo(new StatedBalance(-12345, LocalDate.of(2026, 3, 2)));
        assertThat(statement.entries())
                .extracting(StatementEntry::amount, StatementEntry::merchant, StatementEntry::externalId)
                .containsExactly(tuple(-550L, "A <B> & C", null));
    }

    @Test
    void endsElementsWhoseEndTagsAreMissing() {
        Statement statement = statement(SGML_HEADER + """
                <OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>4711
                <BANKTRANLIST>
                <STMTTRN><DTPOSTED>20260301<TRNAMT>1<FITID><NAME>
                <MEMO>first
                <STMTTRN><DTPOSTED>20260302<TRNAMT>2<X.EMPTY><NAME>second<PAYEE><NAME>ignored
                <LEDGERBAL><BALAMT>3<DTASOF>20260303
                """);

        assertThat(statement.accountNumber()).isEqualTo("4711");
        assertThat(statement.balance()).isEqualTo(new StatedBalance(300, LocalDate.of(2026, 3, 3)));
        assertThat(statement.entries())
                .extracting(StatementEntry::amount, StatementEntry::merchant)
                .containsExactly(tuple(100L, "first"), tuple(200L, "second"));
    }

    @Test
    void takesThePayeesNameAndNotThatOfOtherParts() {
        StatementEntry entry = entry("<STMTTRN><DTPOSTED>20260301<TRNAMT>1"
                + "<X.PART><NAME>not this</X.PART><PAYEE><NAME>Grocer<CITY>Oslo</PAYEE>"
                + "<BANKACCTTO><ACCTID>999</BANKACCTTO><MEMO>beans</STMTTRN>");

        assertThat(entry.merchant()).isEqualTo("Grocer");
        assertThat(entry.notes()).isEqualTo("beans");
    }

    @Test
    void takesTheMemoAsMerchantWhenThereIsNoName() {
        StatementEntry entry = entry("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME></NAME><MEMO>beans</STMTTRN>");

        assertThat(entry.merchant()).isEqualTo("beans");
        assertThat(entry.notes()).isEqualTo("beans");
    }

    @Test
    void takesALoneBracketForText() {
        assertThat(entry("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>I <3 U & 1<2</STMTTRN>")
                        .merchant())
                .isEqualTo("I <3 U & 1<2");
    }

    @ParameterizedTest
    @CsvSource({
        "20180804, 00:00",
        "20110331120000.000, 12:00",
        "20180804093914:014, 09:39:14",
        "20260301995959, 00:00",
        "202603011230, 12:30"
    })
    void readsTimesWithoutConvertingThem(String posted, LocalTime time) {
        assertThat(entry("<STMTTRN><DTPOSTED>" + posted + "<TRNAMT>1</STMTTRN>").time())
                .isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"'-34,51', -3451", "'1,234.56', 123456", "'1.234,56', 123456", "+5, 500", ".5, 50", "7., 700"})
    void readsAmountsWithPointOrComma(String printed, long amount) {
        assertThat(entry("<STMTTRN><DTPOSTED>20260301<TRNAMT>" + printed + "</STMTTRN>")
                        .amount())
                .isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "<DTPOSTED>20260230<TRNAMT>1, date-unreadable",
        "<DTPOSTED>soon<TRNAMT>1, date-unreadable",
        "<TRNAMT>1, date-missing",
        "<DTPOSTED>20260301, amount-missing",
        "<DTPOSTED>20260301<TRNAMT>, amount-missing",
        "<DTPOSTED>20260301<TRNAMT>abc, amount-unreadable",
        "<DTPOSTED>20260301<TRNAMT>0.00, amount-zero",
        "<DTPOSTED>20260301<TRNAMT>1.005, too-many-decimals",
        "<DTPOSTED>20260301<TRNAMT>1<CURRENCY><CURRATE>1<CURSYM>USD</CURRENCY>, other-currency",
        "<DTPOSTED>20260301<TRNAMT>1<CURRENCY><CURSYM>USD, other-currency"
    })
    void rejectsATransactionWithItsReason(String values, String code) {
        assertThat(problem("<STMTTRN>" + values + "</STMTTRN>")).isEqualTo(code);
    }

    @Test
    void takesAnAmountThatWasConvertedFromAnotherCurrency() {
        assertThat(entry("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<ORIGCURRENCY><CURRATE>2<CURSYM>USD</ORIGCURRENCY>")
                        .amount())
                .isEqualTo(100);
    }

    @Test
    void rejectsAValueThatIsTooLong() {
        assertThat(problem("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>" + "x".repeat(5_000) + "</STMTTRN>"))
                .isEqualTo("too-long");
        assertThat(problem("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<FITID>" + "x".repeat(256) + "</STMTTRN>"))
                .isEqualTo("too-long");
        assertThat(problem("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<FITID>" + "x".repeat(255) + "</STMTTRN>"))
                .isEqualTo("readable");
    }

    @Test
    void rejectsEveryRowOfAStatementInAnotherCurrency() {
        Statement statement =
                statement(sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1</STMTTRN>").replace("<CURDEF>EUR", "<CURDEF>USD"));

        assertThat(statement.entries()).isEmpty();
        assertThat(statement.rows()).hasSize(1);
        assertThat(statement.balance()).isNull();
    }

    @Test
    void statesNoBalanceWithoutItsDay() {
        String empty = sgml("").replace("<DTASOF>20260331", "<DTASOF>");

        assertThat(statement(empty).balance()).isNull();
    }

    @Test
    void readsTheStatementsOfSeveralAccounts() {
        String two = sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1</STMTTRN>")
                .replace(
                        "</STMTTRNRS>",
                        "</STMTTRNRS><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>4712"
                                + "</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260302<TRNAMT>2</STMTTRN></STMTRS></STMTTRNRS>");

        assertThat(statements(two.getBytes(UTF_8)))
                .extracting(
                        Statement::accountNumber, each -> each.entries().get(0).amount())
                .containsExactly(tuple("4711", 100L), tuple("4712", 200L));
    }

    @Test
    void putsTheStatementsOfOneAccountTogether() {
        String two = sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1</STMTTRN>")
                .replace(
                        "</STMTTRNRS>",
                        "</STMTTRNRS><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>4711"
                                + "</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260402<TRNAMT>2</STMTTRN></BANKTRANLIST>"
                                + "<LEDGERBAL><BALAMT>102<DTASOF>20260430</LEDGERBAL></STMTRS></STMTTRNRS>");

        Statement statement = statement(two);

        assertThat(statement.entries()).hasSize(2);
        assertThat(statement.balance()).isEqualTo(new StatedBalance(10200, LocalDate.of(2026, 4, 30)));
    }

    @Test
    void takesEachPartOfAnAccountInItsOwnCurrency() {
        String euros = "<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>777</BANKACCTFROM><BANKTRANLIST>"
                + "<STMTTRN><DTPOSTED>20260301<TRNAMT>-1.00</STMTTRN></BANKTRANLIST>"
                + "<LEDGERBAL><BALAMT>10<DTASOF>20260301</LEDGERBAL></STMTRS>";
        String dollars = euros.replace("EUR", "USD").replace("-1.00", "-2.00").replace("20260301", "20260302");

        for (String file : new String[] {"<OFX>" + euros + dollars + "</OFX>", "<OFX>" + dollars + euros + "</OFX>"}) {
            Statement statement = statement(file);

            assertThat(statement.entries()).extracting(StatementEntry::amount).containsExactly(-100L);
            assertThat(statement.rows())
                    .filteredOn(row -> !row.entry().isReadable())
                    .singleElement()
                    .satisfies(row -> assertThat(row.entry().<String>either(entry -> "", no -> no.code()))
                            .isEqualTo("other-currency"));
            assertThat(statement.balance()).isEqualTo(new StatedBalance(1000, LocalDate.of(2026, 3, 1)));
        }
    }

    @Test
    void saysWhenAllStatementsAreOfInvestments() {
        String investment = SGML_HEADER
                + "<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><CURDEF>EUR<INVACCTFROM><ACCTID>1</INVACCTFROM>"
                + "<INVTRANLIST><INVBANKTRAN><STMTTRN><DTPOSTED>20260301<TRNAMT>1</STMTTRN></INVBANKTRAN></INVTRANLIST>"
                + "</INVSTMTRS></INVSTMTTRNRS></INVSTMTMSGSRSV1></OFX>";

        assertThat(OfxReader.read(investment.getBytes(UTF_8), EUR)).isEqualTo(new StatementReading.InvestmentOnly());
    }

    @ParameterizedTest
    @CsvSource({
        "ENCODING:USASCII, CHARSET:1252, windows-1252",
        "ENCODING:USASCII, CHARSET:8859-1, windows-1252",
        "ENCODING:USASCII, CHARSET:ISO-8859-15, ISO-8859-15",
        "ENCODING:USASCII, CHARSET:1250, windows-1250",
        "ENCODING:UTF-8, CHARSET:NONE, UTF-8",
        "ENCODING:UNICODE, CHARSET:NONE, UTF-8",
        "ENCODING:USASCII, CHARSET:NONE, UTF-8",
        "ENCODING:USASCII, CHARSET:NONE, windows-1252"
    })
    void decodesAsTheHeaderSays(String encoding, String charset, String name) {
        String file = sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>Müller</STMTTRN>")
                .replace("ENCODING:USASCII", encoding)
                .replace("CHARSET:1252", charset);

        assertThat(statements(file.getBytes(Charset.forName(name)))
                        .get(0)
                        .entries()
                        .get(0)
                        .merchant())
                .isEqualTo("Müller");
    }

    @Test
    void decodesAHeaderWithoutLineBreaks() {
        String file = sgml("<STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>Müller</STMTTRN>")
                .replace("\n", "");

        assertThat(statements(file.getBytes(Charset.forName("windows-1252")))
                        .get(0)
                        .entries()
                        .get(0)
                        .merchant())
                .isEqualTo("Müller");
    }

    @Test
    void decodesXmlAsItsDeclarationSaysAndByByteOrderMark() {
        String xml = "<?xml version='1.0' encoding='ISO-8859-1'?><OFX><STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>Müller";

        assertThat(statements(xml.getBytes(Charset.forName("ISO-8859-1")))
                        .get(0)
                        .entries()
                        .get(0)
                        .merchant())
                .isEqualTo("Müller");
        assertThat(statements(xml.getBytes(UTF_16)).get(0).entries().get(0).merchant())
                .isEqualTo("Müller");
    }

    @Test
    void keepsWhatDoesNotDecodeAsAReplacement() {
        byte[] file = "<?xml version='1.0' encoding='UTF-8'?><OFX><STMTTRN><DTPOSTED>20260301<TRNAMT>1<NAME>M?l\0"
                .getBytes(UTF_8);
        for (int i = 0; i < file.length; i++) {
            file[i] = file[i] == '?' && i > 50 ? (byte) 0xFF : file[i];
        }

        assertThat(statements(file).get(0).entries().get(0).merchant()).isEqualTo("M\uFFFDl\uFFFD");
    }

    @Test
    void takesAFileWithoutHeaderWhenItHasTheRoot() {
        assertThat(statement("  <OFX><STMTTRN><DTPOSTED>20260301<TRNAMT>1").entries())
                .hasSize(1);
    }

    @Test
    void findsNoStatementInAnEmptyRoot() {
        assertThat(statements("<OFX></OFX>".getBytes(UTF_8))).isEmpty();
    }
}
