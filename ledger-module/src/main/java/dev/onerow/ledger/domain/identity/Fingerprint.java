package dev.onerow.ledger.domain.identity;

import dev.onerow.ledger.domain.Sha256;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction looks like: a hash over date, amount and normalised text. Two of one account with the same
 * fingerprint are told apart by their occurrence number alone.
 *
 * @param value 64 hexadecimal digits
 */
public record Fingerprint(String value) {
    private static final char SEPARATOR = '\u001F';

    /**
     * The fingerprint of a transaction.
     *
     * @param amount in minor units of the account's currency
     */
    public static Fingerprint of(LocalDate date, long amount, @Nullable String merchant, @Nullable String notes) {
        return of(date, amount, NormalisedText.of(merchant, notes));
    }

    static Fingerprint of(LocalDate date, long amount, String normalisedText) {
        return new Fingerprint(Sha256.of(date.toString() + SEPARATOR + amount + SEPARATOR + normalisedText));
    }
}
