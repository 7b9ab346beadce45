package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.identity.Fingerprint;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about a transaction.
 *
 * @param date the booking date, without zone
 * @param time the booking time, to the second
 * @param amount in minor units of the account's currency; not 0
 * @param balance the balance after it, in minor units
 * @param isNeutral whether it is flagged as money changing places
 * @param isLocked whether it is reconciled and not to be touched
 */
public record Entry(
        TransactionId id,
        AccountId account,
        LocalDate date,
        LocalTime time,
        long amount,
        @Nullable String merchant,
        @Nullable String notes,
        @Nullable Long balance,
        boolean isNeutral,
        @Nullable String externalId,
        boolean isLocked) {

    /** What it looks like. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(date, amount, merchant, notes);
    }

    /** The same, unlocked. */
    public Entry unlocked() {
        return new Entry(id, account, date, time, amount, merchant, notes, balance, isNeutral, externalId, false);
    }
}
