package dev.onerow.ledger.domain.statement;

import dev.onerow.ledger.domain.CanonicalJson;
import dev.onerow.ledger.domain.Sha256;
import dev.onerow.ledger.domain.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a bank's CSV files read. Made by {@link CsvProfileDraft}, which checks it.
 *
 * @param layout how the text falls into records and values
 * @param formats how dates, times and numbers are printed
 * @param sign how a row says which way money goes
 * @param debitValues words of the direction column that mean money out
 * @param columns where each column stands
 * @param failedStatuses words of the status column that mean that it did not happen
 * @param neutralValues words of the status or direction column that mean money changing places
 * @param rowOrder the order of rows where their dates do not show one
 * @param externalIdsStable whether a row keeps its identifier from file to file
 * @param balanceIdentifies whether rows with different balances are different transactions
 */
public record CsvProfile(
        CsvLayout layout,
        CsvFormats formats,
        AmountSign sign,
        List<String> debitValues,
        Map<CsvColumn, ColumnReference> columns,
        List<String> failedStatuses,
        List<String> neutralValues,
        RowOrder rowOrder,
        boolean externalIdsStable,
        boolean balanceIdentifies) {

    /** Copies the collections. */
    public CsvProfile {
        debitValues = List.copyOf(debitValues);
        columns = Map.copyOf(columns);
        failedStatuses = List.copyOf(failedStatuses);
        neutralValues = List.copyOf(neutralValues);
    }

    /** SHA-256 of the canonical JSON of all members: two profiles with one hash read every file alike. */
    public String contentHash() {
        return Sha256.of(CanonicalJson.write(plain()));
    }

    /** The key under which imports read by this profile are found again. */
    public String key(String name) {
        return name + "@" + contentHash().substring(0, 12);
    }

    private Map<String, Object> plain() {
        Map<String, Object> members = new HashMap<>();
        layout.describe(members);
        formats.describe(members);
        members.put("sign", sign.word());
        members.put("debit_values", debitValues);
        members.put("columns", plainColumns());
        members.put("failed_statuses", failedStatuses);
        members.put("neutral_values", neutralValues);
        members.put("row_order", Spelling.word(rowOrder));
        members.put("external_ids_stable", externalIdsStable);
        members.put("balance_identifies", balanceIdentifies);
        return members;
    }

    /** Where each column stands, by its word: a header, or a number from 1. */
    public Map<String, Object> plainColumns() {
        Map<String, Object> plain = new HashMap<>();
        columns.forEach((column, reference) -> plain.put(column.word(), reference.plain()));
        return plain;
    }
}
