package dev.onerow.ledger.domain.identity;

import dev.onerow.ledger.domain.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a file.
 *
 * @param row the row
 * @param outcome what became of it
 * @param transaction the stored transaction it vouches for; null when it makes a new one or repeats a row
 * @param repeats number of the earlier row of the file that it repeats, or 0
 * @param occurrence the number of the new transaction among those of its fingerprint, or 0
 * @param trustedId the bank's identifier, if it can be trusted
 */
public record Pairing(
        Candidate row,
        Outcome outcome,
        @Nullable TransactionId transaction,
        int repeats,
        int occurrence,
        @Nullable String trustedId) {

    /** What becomes of a row. */
    public enum Outcome {
        /** It makes a new transaction. */
        CREATED,
        /** An import vouches for its transaction already, or it repeats an earlier row of the file. */
        ALREADY_PRESENT,
        /** It is the transaction that somebody entered by hand. */
        MATCHED
    }
}
