package dev.onerow.ledger.domain.booking;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.ledger.domain.statement.BookingSecond;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored transactions. */
public interface Bookings {

    /** The transaction of an id. */
    Optional<Stored<Booking>> find(TransactionId id);

    /** The transactions of some ids; those that are not there are left out. */
    List<Stored<Booking>> findAll(Collection<TransactionId> ids);

    /** The most recent transactions behind a place in the list. */
    List<Stored<Booking>> page(BookingSearch search, ListPosition after, int limit);

    /** Adds transactions whose ids nobody has used, to an account that is held. */
    void addAll(List<Booking> bookings);

    /** Saves transactions as a rule decides: one answer for each, in their order. */
    List<Outcome> saveAll(List<Booking> bookings, Verdict.Rule<Booking> rule);

    /** Deletes transactions with their mappings and attestations. */
    void deleteAll(Collection<TransactionId> ids);

    /** The largest occurrence number of each fingerprint; those without any left out. */
    Map<Fingerprint, Integer> largestOccurrences(AccountId account, Collection<Fingerprint> fingerprints);

    /** The largest sequence number of each second; those without any left out. */
    Map<BookingSecond, Integer> largestSequences(AccountId account, Collection<BookingSecond> seconds);

    /**
     * What became of a transaction that was to be saved.
     *
     * @param saved how it is stored now; null when it was refused
     * @param refusal why it was refused; null when it was not
     */
    record Outcome(@Nullable Saved<Booking> saved, @Nullable Refusal refusal) {}
}
