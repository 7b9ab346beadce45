package dev.onerow.ledger.domain.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statement of one account.
 *
 * @param accountNumber the bank's number of the account, when the file names it
 * @param rows its records in file order
 * @param balance the balance the statement states for the account as a whole
 * @param usualOrder the order of rows where their dates do not show one
 */
public record Statement(
        @Nullable String accountNumber,
        List<SourceRow> rows,
        @Nullable StatedBalance balance,
        RowOrder usualOrder) {

    /** Copies the rows. */
    public Statement {
        rows = List.copyOf(rows);
    }

    /** What the readable rows say, in file order. */
    public List<StatementEntry> entries() {
        return rows.stream()
                .filter(row -> row.entry().isReadable())
                .map(row -> row.entry().value())
                .toList();
    }
}
