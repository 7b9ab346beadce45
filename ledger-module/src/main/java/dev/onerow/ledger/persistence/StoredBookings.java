package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.ledger.domain.statement.BookingSecond;
import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.TextSearch;
import dev.onerow.persistence.Written;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Transactions in the table {@code transactions}. */
@Singleton
final class StoredBookings implements Bookings {
    private final Store<TransactionRow> store;
    private final Store<TransactionRow> unrefused;
    private final TransactionReads reads;
    private final TextSearch texts;

    StoredBookings(Stores stores, TransactionReads reads, TextSearch texts) {
        this.unrefused = stores.of(TransactionRow.class);
        this.store = unrefused.quarantining();
        this.reads = reads;
        this.texts = texts;
    }

    @Override
    public Optional<Stored<Booking>> find(TransactionId id) {
        return reads.findById(id.value()).map(TransactionRow::stored);
    }

    @Override
    public List<Stored<Booking>> findAll(Collection<TransactionId> ids) {
        List<Stored<Booking>> found = new ArrayList<>();
        for (List<String> some :
                Writes.chunks(ids.stream().map(TransactionId::value).distinct().toList())) {
            reads.findByIdIn(some).forEach(row -> found.add(row.stored()));
        }
        return found;
    }

    @Override
    public List<Stored<Booking>> page(BookingSearch search, ListPosition after, int limit) {
        String time = TransactionRow.time(after.time());
        TextSearch.Sought text = texts.of(search.text());
        String account = search.account();
        List<TransactionRow> rows = account == null
                ? reads.page(
                        after.date(),
                        time,
                        after.sequence(),
                        after.id(),
                        search.from(),
                        search.to(),
                        text.like(),
                        text.regex(),
                        search.category(),
                        limit)
                : reads.pageOfAccount(
                        account,
                        after.date(),
                        time,
                        after.sequence(),
                        after.id(),
                        search.from(),
                        search.to(),
                        text.like(),
                        text.regex(),
                        search.category(),
                        limit);
        return rows.stream().map(TransactionRow::stored).toList();
    }

    @Override
    public void addAll(List<Booking> bookings) {
        unrefused.upsertAll(bookings.stream().map(TransactionRow::of), Writes.AT_ONCE);
    }

    @Override
    public List<Bookings.Outcome> saveAll(List<Booking> bookings, Verdict.Rule<Booking> rule) {
        Decider<TransactionRow> decider = Writes.decider(rule, TransactionRow::stored, TransactionRow::of);
        List<TransactionRow> rows = bookings.stream().map(TransactionRow::of).toList();
        return store.decideAll(rows, decider).stream()
                .map(StoredBookings::outcome)
                .toList();
    }

    @Override
    public void deleteAll(Collection<TransactionId> ids) {
        for (List<TransactionId> some : Writes.chunks(ids)) {
            store.deleteAll(some.stream().map(id -> Key.of(id.value())).toList());
        }
    }

    @Override
    public Map<Fingerprint, Integer> largestOccurrences(AccountId account, Collection<Fingerprint> fingerprints) {
        Map<Fingerprint, Integer> largest = new HashMap<>();
        List<String> values =
                fingerprints.stream().map(Fingerprint::value).distinct().toList();
        for (List<String> some : Writes.chunks(values)) {
            reads.largestOccurrences(account.value(), some)
                    .forEach(found -> largest.put(new Fingerprint(found.fingerprint()), found.largest()));
        }
        return largest;
    }

    @Override
    public Map<BookingSecond, Integer> largestSequences(AccountId account, Collection<BookingSecond> seconds) {
        Map<BookingSecond, Integer> largest = new HashMap<>();
        List<String> dates = seconds.stream()
                .map(second -> second.date().toString())
                .distinct()
                .toList();
        for (List<String> some : Writes.chunks(dates)) {
            reads.largestSequences(account.value(), some)
                    .forEach(found -> largest.put(
                            new BookingSecond(found.date(), LocalTime.parse(found.bookingTime())), found.largest()));
        }
        return largest;
    }

    private static Bookings.Outcome outcome(Written<TransactionRow> written) {
        return written.outcome() == dev.onerow.persistence.Outcome.REJECTED
                ? new Bookings.Outcome(null, Writes.refusal(written))
                : new Bookings.Outcome(Writes.saved(written, TransactionRow::stored), null);
    }
}
