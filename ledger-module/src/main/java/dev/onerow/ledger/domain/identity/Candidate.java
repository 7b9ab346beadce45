package dev.onerow.ledger.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file that wants to know whether it is stored already.
 *
 * @param number its place in the file; unique within the file
 * @param amount in minor units
 * @param text the normalised text
 * @param fingerprint the fingerprint of date, amount and text
 * @param externalId the bank's identifier
 * @param balance the balance the row itself states, in minor units
 */
public record Candidate(
        int number,
        LocalDate date,
        long amount,
        String text,
        Fingerprint fingerprint,
        @Nullable String externalId,
        @Nullable Long balance) {

    /** A row with the text and fingerprint that follow from the others. */
    public static Candidate of(
            int number,
            LocalDate date,
            long amount,
            @Nullable String merchant,
            @Nullable String notes,
            @Nullable String externalId,
            @Nullable Long balance) {
        String text = NormalisedText.of(merchant, notes);
        return new Candidate(number, date, amount, text, Fingerprint.of(date, amount, text), externalId, balance);
    }
}
