package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.Parsed;
import java.util.Map;

/**
 * One record of a file, whether it could be understood or not.
 *
 * @param number its place among the records of the file, from 1
 * @param line its first physical line, from 1
 * @param verbatim the record as it stands in the file; NUL and what does not decode as U+FFFD
 * @param found the texts that were looked at, by what they stand for
 * @param entry what it says, or why it is rejected
 */
public record SourceRow(
        int number, int line, String verbatim, Map<String, String> found, Parsed<StatementEntry> entry) {

    /** Copies what was found. */
    public SourceRow {
        found = Map.copyOf(found);
    }
}
