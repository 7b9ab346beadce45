package dev.onerow.ledger.domain.statement;

import java.util.Map;

/**
 * One STMTTRN as it stands in the file.
 *
 * @param line its first line
 * @param verbatim its text
 * @param values its values by element name; CURSYM is that of its CURRENCY, PAYEE the name in it
 */
record OfxRecord(int line, String verbatim, Map<String, String> values) {}
