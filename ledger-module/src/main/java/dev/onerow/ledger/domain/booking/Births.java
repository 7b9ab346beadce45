package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.ledger.domain.statement.BookingSecond;
import java.util.HashMap;
import java.util.Map;

/** Gives new transactions of one account their numbers, one after another. Not thread-safe. */
public final class Births {
    private final Map<Fingerprint, Integer> occurrences;
    private final Map<BookingSecond, Integer> sequences;

    /**
     * Starts behind what the account has.
     *
     * @param occurrences the largest occurrence number of each fingerprint
     * @param sequences the largest sequence number of each second
     */
    public Births(Map<Fingerprint, Integer> occurrences, Map<BookingSecond, Integer> sequences) {
        this.occurrences = new HashMap<>(occurrences);
        this.sequences = new HashMap<>(sequences);
    }

    /** The next numbers for a transaction entered by hand. */
    public Birth byHand(Entry entry) {
        Fingerprint fingerprint = entry.fingerprint();
        int occurrence = occurrences.merge(fingerprint, 1, Integer::sum);
        int sequence = sequences.merge(new BookingSecond(entry.date(), entry.time()), 0, (last, none) -> last + 1);
        return new Birth(fingerprint, occurrence, sequence, Origin.MANUAL);
    }
}
