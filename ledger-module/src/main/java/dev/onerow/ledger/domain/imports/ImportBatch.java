package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.statement.StatedBalance;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One import of one file into one account.
 *
 * @param content SHA-256 of the bytes of the file
 * @param profileKey how it was read: empty for OFX, else name and content of the CSV profile
 * @param firstDay the first day of its readable records
 * @param lastDay the last day of its readable records
 * @param statementBalance the balance it states for the account
 */
public record ImportBatch(
        BatchId id,
        AccountId account,
        AccountType accountType,
        FileFormat format,
        String fileName,
        String content,
        String profileKey,
        Instant importedAt,
        Counts counts,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable StatedBalance statementBalance) {

    /** How many records the file has, by what became of them. */
    public record Counts(int created, int alreadyPresent, int matched, int rejected) {
        /** All of them. */
        public int received() {
            return created + alreadyPresent + matched + rejected;
        }
    }
}
