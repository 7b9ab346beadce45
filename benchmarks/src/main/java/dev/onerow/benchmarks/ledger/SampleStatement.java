package dev.onerow.benchmarks.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Files of a bank: ten bookings a day, each twentieth of them a twin of the one before, all with identifiers. */
final class SampleStatement {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int A_DAY = 10;

    private SampleStatement() {}

    /** The first bookings of the account. A file of as many rows has the same bytes unless its note differs. */
    static byte[] of(int rows, String note) {
        StringBuilder file = new StringBuilder("OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX>")
                .append("<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>4711</BANKACCTFROM>")
                .append("<BANKTRANLIST>\n");
        for (int number = 0; number < rows; number++) {
            booking(file, number);
        }
        return file.append("</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n")
                .append(note)
                .toString()
                .getBytes(UTF_8);
    }

    private static void booking(StringBuilder file, int number) {
        int looks = number % 20 == 19 ? number - 1 : number;
        file.append("<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>")
                .append(DateTimeFormatter.BASIC_ISO_DATE.format(FIRST_DAY.plusDays(number / A_DAY)))
                .append("<TRNAMT>-")
                .append(1 + looks % 400)
                .append('.')
                .append(10 + looks % 90)
                .append("<FITID>")
                .append(20_200_101_000L + number)
                .append("<NAME>Shop ")
                .append(looks % SampleLedger.RULES)
                .append(" High Street<MEMO>Card payment no. ")
                .append(looks)
                .append("</STMTTRN>\n");
    }
}
