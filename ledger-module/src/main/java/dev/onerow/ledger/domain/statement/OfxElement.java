package dev.onerow.ledger.domain.statement;

import java.util.Map;
import java.util.Set;

/**
 * The elements of OFX that hold others. SGML leaves end tags out, so each has a rank: where one starts, those of its
 * rank or deeper have ended. Of other elements only the ones with a value matter.
 */
final class OfxElement {
    static final int STATEMENT = 3;
    static final int RECORD = 5;
    static final int UNKNOWN = 7;

    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("OFX", 0),
            Map.entry("STMTTRNRS", 2),
            Map.entry("CCSTMTTRNRS", 2),
            Map.entry("INVSTMTTRNRS", 2),
            Map.entry("STMTRS", STATEMENT),
            Map.entry("CCSTMTRS", STATEMENT),
            Map.entry("INVSTMTRS", STATEMENT),
            Map.entry("BANKACCTFROM", 4),
            Map.entry("CCACCTFROM", 4),
            Map.entry("INVACCTFROM", 4),
            Map.entry("BANKTRANLIST", 4),
            Map.entry("BANKTRANLISTP", 4),
            Map.entry("LEDGERBAL", 4),
            Map.entry("AVAILBAL", 4),
            Map.entry("BALLIST", 4),
            Map.entry("STMTTRN", RECORD),
            Map.entry("PAYEE", 6),
            Map.entry("BANKACCTTO", 6),
            Map.entry("CCACCTTO", 6),
            Map.entry("IMAGEDATA", 6),
            Map.entry("CURRENCY", 6),
            Map.entry("ORIGCURRENCY", 6));
    private static final Set<String> VALUES = Set.of(
            "ACCTID",
            "ACCTTYPE",
            "BALAMT",
            "BANKID",
            "BRANCHID",
            "CHECKNUM",
            "CORRECTACTION",
            "CORRECTFITID",
            "CURDEF",
            "CURRATE",
            "CURSYM",
            "DTASOF",
            "DTAVAIL",
            "DTEND",
            "DTPOSTED",
            "DTSTART",
            "DTUSER",
            "EXTDNAME",
            "FITID",
            "MEMO",
            "NAME",
            "PAYEEID",
            "REFNUM",
            "SIC",
            "SRVRTID",
            "TRNAMT",
            "TRNTYPE");

    private OfxElement() {}

    /** How deep an element stands; {@link #UNKNOWN} when it is none of those that hold others. */
    static int rank(String name) {
        return name.contains("MSGSRSV") ? 1 : RANKS.getOrDefault(name, UNKNOWN);
    }

    /** Whether it is the statement of a bank or card account. */
    static boolean isStatement(String name) {
        return STATEMENTS.contains(name);
    }

    /** Whether it has a value and never holds others, so that an empty one has ended where the next tag starts. */
    static boolean isValue(String name) {
        return VALUES.contains(name);
    }
}
