package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.identity.Fingerprint;

/**
 * A transaction of an account.
 *
 * @param entry what is said about it
 * @param flow which way the money goes, seen from the account
 * @param birth what it was when it was made; stays
 */
public record Booking(Entry entry, Flow flow, Birth birth) {

    /**
     * What a transaction was when it was made.
     *
     * @param fingerprint what it looked like
     * @param occurrence its number among those of the account that looked alike, from 1
     * @param sequence its order within the second; lower is more recent
     * @param origin where it came from
     */
    public record Birth(Fingerprint fingerprint, int occurrence, int sequence, Origin origin) {}
}
