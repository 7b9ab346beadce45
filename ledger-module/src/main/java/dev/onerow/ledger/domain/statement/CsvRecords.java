package dev.onerow.ledger.domain.statement;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;

/** The records of a CSV file that are not blank, in file order, each with its first line. */
final class CsvRecords {
    private static final int LONGEST_RECORD = 1 << 16;

    private CsvRecords() {}

    static List<CsvRecord> of(String text, CsvLayout layout) {
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(Limits.COLUMNS)
                .maxFieldSize(LONGEST_RECORD)
                .maxRecordSize(LONGEST_RECORD)
                .build();
        CsvReader.CsvReaderBuilder builder = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                // A quote that is not closed would make one record of all that follows.
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .skipEmptyLines(true)
                .maxBufferSize(4 * LONGEST_RECORD);
        List<CsvRecord> records = new ArrayList<>();
        try {
            for (CsvRecord record : builder.build(handler, text)) {
                if (records.size() > Limits.ROWS + layout.headerRows() + layout.footerRows()) {
                    throw new UnreadableFile("The file has more than " + Limits.ROWS + " records: split it.");
                }
                if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
                    records.add(record);
                }
            }
            return records;
        } catch (CsvParseException invalid) {
            throw new UnreadableFile("No CSV with records of at most " + Limits.COLUMNS + " columns and "
                    + LONGEST_RECORD + " characters; quotes must match, or the profile says that there are none.");
        }
    }
}
