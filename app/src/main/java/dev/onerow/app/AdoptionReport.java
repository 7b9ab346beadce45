package dev.onerow.app;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.Receipt;
import dev.onerow.persistence.adopting.Survey;
import dev.onerow.persistence.adopting.Survey.Found;
import dev.onerow.persistence.adopting.TableReceipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an adoption is about to do, and what it has done, for people and for programs. */
final class AdoptionReport {
    private static final String COUNTS = "%-34s %10s %10s %10s %10s %10s %10s %10s%n";

    private final Survey survey;
    private final String target;
    private final boolean dryRun;

    AdoptionReport(Survey survey, String target, boolean dryRun) {
        this.survey = survey;
        this.target = target;
        this.dryRun = dryRun;
    }

    /** What will become of each table. */
    String plan() {
        StringBuilder text = new StringBuilder();
        text.append("From  %s (only read)%nInto  %s%s%n%n"
                .formatted(survey.source(), target, dryRun ? " (dry run: no row is written)" : ""));
        for (Found found : survey.tables()) {
            text.append("%-34s %10s rows  ".formatted(found.table(), grouped(found.rows())));
            text.append(
                    found.isUsable()
                            ? "-> " + found.becomes()
                            : "LEFT OUT: it has no column " + String.join(", ", found.lacking()));
            text.append('\n');
            if (found.isUsable() && !found.unknown().isEmpty()) {
                text.append("%-34s %15s  to adopted_rows: column %s%n"
                        .formatted("", "", String.join(", ", found.unknown())));
            }
        }
        if (!survey.unknown().isEmpty()) {
            text.append("Left alone, for nothing here knows them: ")
                    .append(String.join(", ", survey.unknown()))
                    .append('\n');
        }
        return text.toString();
    }

    /** What became of each row, added up. */
    String receipts(List<TableReceipt> receipts) {
        StringBuilder text = new StringBuilder();
        text.append(
                COUNTS.formatted("", "received", "inserted", "updated", "unchanged", "stale", "folded", "rejected"));
        Receipt sum = Receipt.EMPTY;
        for (TableReceipt receipt : receipts) {
            text.append(line(receipt.table(), receipt.receipt()));
            sum = sum.plus(receipt.receipt());
        }
        text.append(line("all", sum)).append('\n');
        for (TableReceipt receipt : receipts) {
            if (!receipt.kept().isEmpty()) {
                text.append("%-34s in adopted_rows: %s%n".formatted(receipt.table(), kept(receipt)));
            }
        }
        text.append(ending(receipts));
        return text.toString();
    }

    private static String line(String name, Receipt receipt) {
        return COUNTS.formatted(
                name,
                grouped(receipt.received()),
                grouped(receipt.inserted()),
                grouped(receipt.updated()),
                grouped(receipt.unchanged()),
                grouped(receipt.stale()),
                grouped(receipt.folded()),
                grouped(receipt.rejected()));
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String kept(TableReceipt receipt) {
        return receipt.kept().entrySet().stream()
                .map(reason ->
                        grouped(reason.getValue()) + " " + reason.getKey().word())
                .collect(Collectors.joining(", "));
    }

    private String ending(List<TableReceipt> receipts) {
        if (receipts.stream().allMatch(TableReceipt::isUnchanged)) {
            return "There is nothing to do.";
        }
        return dryRun ? "This is what would become of them. Nothing was written." : "Done.";
    }

    /** The same for programs. */
    String json(List<TableReceipt> receipts) {
        Map<String, TableReceipt> byTable =
                receipts.stream().collect(Collectors.toMap(TableReceipt::table, receipt -> receipt));
        List<Map<String, @Nullable Object>> tables = new ArrayList<>();
        for (Found found : survey.tables()) {
            TableReceipt receipt = byTable.get(found.table());
            Map<String, @Nullable Object> table = new LinkedHashMap<>();
            table.put("table", found.table());
            table.put("rows", found.rows());
            table.put("lacking_columns", found.lacking());
            table.put("unknown_columns", found.unknown());
            table.put("receipt", receipt == null ? null : counts(receipt.receipt()));
            table.put("adopted_rows", receipt == null ? Map.of() : reasons(receipt));
            tables.add(table);
        }
        return Json.of(Map.of(
                        "source",
                        survey.source(),
                        "target",
                        target,
                        "dry_run",
                        dryRun,
                        "tables",
                        tables,
                        "left_alone",
                        survey.unknown()))
                .text();
    }

    private static Map<String, Long> counts(Receipt receipt) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("received", receipt.received());
        counts.put("inserted", receipt.inserted());
        counts.put("updated", receipt.updated());
        counts.put("unchanged", receipt.unchanged());
        counts.put("stale", receipt.stale());
        counts.put("folded", receipt.folded());
        counts.put("rejected", receipt.rejected());
        return counts;
    }

    private static Map<String, Long> reasons(TableReceipt receipt) {
        return receipt.kept().entrySet().stream()
                .collect(Collectors.toMap(reason -> reason.getKey().word(), Map.Entry::getValue));
    }
}
