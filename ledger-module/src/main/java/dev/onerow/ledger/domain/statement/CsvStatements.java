package dev.onerow.ledger.domain.statement;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.statement.StatementReading.Read;
import dev.onerow.ledger.domain.statement.StatementReading.Unreadable;
import dev.onerow.ledger.domain.statement.StatementReading.WrongProfile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads CSV files as a profile says. Linear in the size of the file. */
public final class CsvStatements {
    private CsvStatements() {}

    /**
     * Reads a file, which is the statement of one account without a number.
     *
     * @param file the bytes as they came
     * @param currency the currency of the account: rows in another one are rejected
     */
    public static StatementReading read(byte[] file, CsvProfile profile, CurrencyCode currency) {
        CsvLayout layout = profile.layout();
        Optional<String> decoded = OfxText.strictly(file, layout.encoding());
        if (decoded.isEmpty()) {
            return new WrongProfile(
                    "The file is not encoded in " + layout.encoding().name() + ".");
        }
        String text = withoutByteOrderMark(decoded.get()).replace('\0', '\uFFFD');
        try {
            return read(text, profile, currency);
        } catch (UnreadableFile unreadable) {
            return new Unreadable(unreadable.detail());
        }
    }

    private static StatementReading read(String text, CsvProfile profile, CurrencyCode currency) {
        CsvLayout layout = profile.layout();
        List<CsvRecord> records = CsvRecords.of(text, layout);
        int first = 0;
        while (first < records.size() && records.get(first).getStartingLineNumber() <= layout.headerRows()) {
            first++;
        }
        CsvRecord header = first == 0 ? null : records.get(first - 1);
        Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
        List<String> missing = new ArrayList<>();
        new TreeMap<>(profile.columns()).forEach((column, reference) -> {
            int place = place(header, reference);
            places.put(column, place);
            if (place < 0) {
                missing.add(String.valueOf(reference.header()));
            }
        });
        if (!missing.isEmpty()) {
            return new WrongProfile("The file has no column under " + String.join(", ", missing) + ".");
        }
        int end = Math.max(first, records.size() - layout.footerRows());
        List<SourceRow> rows = rows(text, records, first, end, new CsvMeaning(profile, places, currency));
        return new Read(List.of(new Statement(null, rows, firstBalance(rows, profile), profile.rowOrder())));
    }

    private static List<SourceRow> rows(String text, List<CsvRecord> records, int first, int end, CsvMeaning meaning) {
        LineCounter lines = new LineCounter(text);
        List<SourceRow> rows = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            int line = Math.toIntExact(records.get(i).getStartingLineNumber());
            int from = lines.startOf(line);
            int nextLine = i + 1 < records.size()
                    ? Math.toIntExact(records.get(i + 1).getStartingLineNumber())
                    : Integer.MAX_VALUE;
            String verbatim = text.substring(from, lines.startOf(nextLine)).stripTrailing();
            rows.add(meaning.row(rows.size() + 1, line, verbatim, records.get(i)));
        }
        return rows;
    }

    private static int place(@Nullable CsvRecord header, ColumnReference reference) {
        String wanted = reference.header();
        if (wanted == null) {
            return reference.number() - 1;
        }
        List<String> names = header == null
                ? List.of()
                : header.getFields().stream().map(String::strip).toList();
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        return names.stream()
                .map(name -> name.equalsIgnoreCase(wanted))
                .toList()
                .indexOf(true);
    }

    /** The statement balance of a CSV file is the one of its most recent row. */
    private static @Nullable StatedBalance firstBalance(List<SourceRow> rows, CsvProfile profile) {
        List<StatementEntry> entries = rows.stream()
                .filter(row -> row.entry().isReadable())
                .map(row -> row.entry().value())
                .toList();
        RowOrder order =
                RowOrder.seenIn(entries.stream().map(StatementEntry::date).toList(), profile.rowOrder());
        return order.mostRecentFirst(entries, entry -> entry).stream()
                .findFirst()
                .map(CsvStatements::stated)
                .orElse(null);
    }

    private static @Nullable StatedBalance stated(StatementEntry entry) {
        Long balance = entry.balance();
        return balance == null ? null : new StatedBalance(balance, entry.date());
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
