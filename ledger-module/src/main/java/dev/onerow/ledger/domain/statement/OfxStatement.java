package dev.onerow.ledger.domain.statement;

import java.util.List;
import java.util.Map;

/**
 * One statement as it stands in the file.
 *
 * @param values ACCTID, CURDEF, BALAMT and DTASOF, where the file has them
 * @param records its transactions in file order
 */
record OfxStatement(Map<String, String> values, List<OfxRecord> records) {}
