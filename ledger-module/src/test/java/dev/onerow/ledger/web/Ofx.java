package dev.onerow.ledger.web;

/** Makes OFX files. */
final class Ofx {
    private final StringBuilder transactions = new StringBuilder();
    private String account = "4711";
    private String balance = "";

    static Ofx file() {
        return new Ofx();
    }

    Ofx account(String number) {
        account = number;
        return this;
    }

    /** A transaction without identifier. */
    Ofx row(String date, String amount, String name) {
        return row(date, amount, name, "");
    }

    Ofx row(String date, String amount, String name, String id) {
        transactions
                .append("<STMTTRN><TRNTYPE>OTHER<DTPOSTED>")
                .append(date.replace("-", ""))
                .append("<TRNAMT>")
                .append(amount)
                .append("<FITID>")
                .append(id)
                .append("<NAME>")
                .append(name)
                .append("</STMTTRN>\n");
        return this;
    }

    Ofx balance(String amount, String date) {
        balance = "<LEDGERBAL><BALAMT>" + amount + "<DTASOF>" + date.replace("-", "") + "</LEDGERBAL>";
        return this;
    }

    String text() {
        return "OFXHEADER:100\nENCODING:UTF-8\nCHARSET:NONE\n\n<OFX><BANKMSGSRSV1>\n" + statement()
                + "</BANKMSGSRSV1></OFX>\n";
    }

    String and(Ofx other) {
        return "<OFX><BANKMSGSRSV1>" + statement() + other.statement() + "</BANKMSGSRSV1></OFX>";
    }

    private String statement() {
        return "<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>" + account + "</BANKACCTFROM><BANKTRANLIST>\n"
                + transactions + "</BANKTRANLIST>" + balance + "</STMTRS></STMTTRNRS>";
    }
}
