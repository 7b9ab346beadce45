package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.booking.Births;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Booking.Birth;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.booking.Bookings.Outcome;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.booking.SavingABooking;
import dev.onerow.ledger.domain.statement.BookingSecond;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Saves transactions that people enter, and deletes transactions. */
@Singleton
public final class SaveTransactions {
    private final Accounts accounts;
    private final Bookings bookings;
    private final Transactions transactions;

    SaveTransactions(Accounts accounts, Bookings bookings, Transactions transactions) {
        this.accounts = accounts;
        this.bookings = bookings;
        this.transactions = transactions;
    }

    /**
     * Saves transactions of accounts that exist, all in one transaction: one answer for each. A new id is a new
     * transaction, which takes the next numbers of its account. The number of statements does not grow with the entries.
     */
    public List<Outcome> save(List<Entry> entries, Condition condition) {
        return transactions.write(() -> {
            Map<AccountId, AccountType> types = hold(entries);
            Map<TransactionId, Birth> births = births(entries, types);
            List<Booking> known = new ArrayList<>();
            for (Entry entry : entries) {
                AccountType type = types.get(entry.account());
                if (type != null) {
                    Flow flow = Flow.seenFrom(type, entry.amount(), entry.isNeutral());
                    known.add(new Booking(entry, flow, Objects.requireNonNull(births.get(entry.id()))));
                }
            }
            List<Outcome> saved = bookings.saveAll(known, new SavingABooking(condition));
            List<Outcome> outcomes = new ArrayList<>();
            int next = 0;
            for (Entry entry : entries) {
                outcomes.add(types.containsKey(entry.account()) ? saved.get(next++) : unknownAccount(entry));
            }
            return outcomes;
        });
    }

    /**
     * Deletes a transaction with its mappings and attestations; raw rows stay.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, the condition fails, or it is locked
     */
    public void delete(TransactionId id, Condition condition) {
        transactions.write(() -> {
            Stored<Booking> seen =
                    bookings.find(id).orElseThrow(() -> unknown(id).asException());
            accounts.lock(seen.value().entry().account());
            Stored<Booking> held =
                    bookings.find(id).orElseThrow(() -> unknown(id).asException());
            if (!condition.permits(held.version())) {
                throw Refusal.preconditionFailed().asException();
            }
            if (held.value().entry().isLocked()) {
                throw SavingABooking.locked(held.value().entry()).asException();
            }
            bookings.deleteAll(List.of(id));
        });
    }

    /** There is no such transaction. */
    public static Refusal unknown(TransactionId id) {
        return Refusal.of(Reason.UNKNOWN_TRANSACTION, "No transaction " + id.value() + ".")
                .with("transaction_id", id.value());
    }

    private static Outcome unknownAccount(Entry entry) {
        return new Outcome(
                null,
                Refusal.invalid(
                        "/account_id",
                        "unknown-account",
                        "No account " + entry.account().value() + "."));
    }

    /** Holds the accounts in one order, so that two requests never wait for each other. */
    private Map<AccountId, AccountType> hold(List<Entry> entries) {
        Map<AccountId, AccountType> types = new HashMap<>();
        entries.stream()
                .map(Entry::account)
                .distinct()
                .sorted(Comparator.comparing(AccountId::value))
                .forEach(id ->
                        accounts.lock(id).map(Stored::value).map(Account::type).ifPresent(type -> types.put(id, type)));
        return types;
    }

    private Map<TransactionId, Birth> births(List<Entry> entries, Map<AccountId, AccountType> types) {
        Map<TransactionId, Birth> births = new HashMap<>();
        bookings.findAll(entries.stream().map(Entry::id).toList())
                .forEach(stored ->
                        births.put(stored.value().entry().id(), stored.value().birth()));
        for (AccountId account : types.keySet()) {
            List<Entry> unborn = entries.stream()
                    .filter(entry -> entry.account().equals(account) && !births.containsKey(entry.id()))
                    .toList();
            if (!unborn.isEmpty()) {
                Births numbers = numbers(account, unborn);
                unborn.forEach(entry -> {
                    if (!births.containsKey(entry.id())) {
                        births.put(entry.id(), numbers.byHand(entry));
                    }
                });
            }
        }
        return births;
    }

    private Births numbers(AccountId account, List<Entry> unborn) {
        return new Births(
                bookings.largestOccurrences(
                        account, unborn.stream().map(Entry::fingerprint).toList()),
                bookings.largestSequences(
                        account,
                        unborn.stream()
                                .map(entry -> new BookingSecond(entry.date(), entry.time()))
                                .toList()));
    }
}
