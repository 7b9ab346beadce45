package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.CurrencyCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import with everything that is told about it; amounts in minor units.
 *
 * @param createdAt when it was stored
 * @param rejected the records that made no transaction
 * @param balance the balance of the account now
 * @param gap what the stated balance is more than the transactions up to its day add up to; null when none is stated
 * @param notInFile imported transactions of the days of the file that it does not list
 */
public record ImportReport(
        ImportBatch batch,
        Instant createdAt,
        CurrencyCode currency,
        List<RejectedRow> rejected,
        long balance,
        @Nullable Long gap,
        long notInFile) {

    /** Copies the records. */
    public ImportReport {
        rejected = List.copyOf(rejected);
    }

    /** A record that made no transaction. */
    public record RejectedRow(int line, String problem) {}
}
