package dev.onerow.ledger.domain.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.statement.StatementReading.Read;
import java.util.List;

/** Makes OFX files and reads them. */
final class OfxFiles {
    static final CurrencyCode EUR = new CurrencyCode("EUR");

    static final String SGML_HEADER = """
            OFXHEADER:100
            DATA:OFXSGML
            VERSION:102
            SECURITY:NONE
            ENCODING:USASCII
            CHARSET:1252
            COMPRESSION:NONE
            OLDFILEUID:NONE
            NEWFILEUID:NONE

            """;

    private OfxFiles() {}

    static String sgml(String transactions) {
        return SGML_HEADER
                + "<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>4711</BANKACCTFROM>"
                + "<BANKTRANLIST>"
                + transactions
                + "</BANKTRANLIST><LEDGERBAL><BALAMT>100.00<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS>"
                + "</BANKMSGSRSV1></OFX>";
    }

    static List<Statement> statements(byte[] file) {
        return ((Read) OfxReader.read(file, EUR)).statements();
    }

    static Statement statement(String file) {
        List<Statement> statements = statements(file.getBytes(UTF_8));
        if (statements.size() != 1) {
            throw new AssertionError("Not one statement but " + statements.size());
        }
        return statements.get(0);
    }

    static StatementEntry entry(String transaction) {
        return statement(sgml(transaction)).entries().get(0);
    }

    static String problem(String transaction) {
        return statement(sgml(transaction)).rows().get(0).entry().either(entry -> "readable", no -> no.code());
    }
}
