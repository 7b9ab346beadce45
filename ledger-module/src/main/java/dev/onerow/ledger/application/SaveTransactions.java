package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.Checked;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.FieldProblem;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Saved;
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
import dev.onerow.ledger.domain.booking.EntryDraft;
import dev.onerow.ledger.domain.booking.SavingABooking;
import dev.onerow.ledger.domain.statement.BookingSecond;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

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

    /** What became of a transaction that was to be saved. */
    public sealed interface Answer {

        /**
         * It is stored.
         *
         * @param saved how it is stored now
         * @param currency the currency of its account
         */
        record Done(Saved<Booking> saved, CurrencyCode currency) implements Answer {}

        /** It was refused, and why. */
        record Refused(Refusal refusal) implements Answer {}

        /** Answers both cases. */
        default <R> R either(BiFunction<Saved<Booking>, CurrencyCode, R> done, Function<Refusal, R> refused) {
            return this instanceof Done stored
                    ? done.apply(stored.saved(), stored.currency())
                    : refused.apply(((Refused) this).refusal());
        }
    }

    /**
     * Saves transactions, all in one transaction: one answer for each, in their order. Amounts mean what they say in the
     * currency that the account has while it is held. A new id is a new transaction, which takes the next numbers of its
     * account. The number of statements does not grow with the drafts.
     */
    public List<Answer> save(List<EntryDraft> drafts, Condition condition) {
        return transactions.write(() -> {
            Map<AccountId, Account> held = hold(drafts);
            List<Checked<Entry>> read = new ArrayList<>();
            List<Entry> entries = new ArrayList<>();
            for (EntryDraft draft : drafts) {
                Account account = held.get(draft.account());
                Checked<Entry> entry = account == null ? unknownAccount(draft) : draft.in(account.currency());
                read.add(entry);
                entry.either(entries::add, problems -> false);
            }
            Iterator<Outcome> outcomes = save(entries, held, condition).iterator();
            List<Answer> answers = new ArrayList<>();
            for (Checked<Entry> each : read) {
                answers.add(each.either(
                        entry -> answer(outcomes.next(), currencyOf(entry, held)),
                        problems -> new Answer.Refused(Refusal.invalid(problems))));
            }
            return answers;
        });
    }

    /** What is wrong with a draft as things are: for one that is refused anyway, so that all of it is told at once. */
    public Checked<Entry> check(EntryDraft draft) {
        return accounts.find(draft.account())
                .map(stored -> draft.in(stored.value().currency()))
                .orElseGet(() -> unknownAccount(draft));
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
                throw Refusal.preconditionFailed(held).asException();
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

    private List<Outcome> save(List<Entry> entries, Map<AccountId, Account> held, Condition condition) {
        if (entries.isEmpty()) {
            return List.of();
        }
        Map<TransactionId, Birth> births = births(entries, held.keySet());
        List<Booking> all = new ArrayList<>();
        for (Entry entry : entries) {
            AccountType type = Objects.requireNonNull(held.get(entry.account())).type();
            Flow flow = Flow.seenFrom(type, entry.amount(), entry.isNeutral());
            all.add(new Booking(entry, flow, Objects.requireNonNull(births.get(entry.id()))));
        }
        return bookings.saveAll(all, new SavingABooking(condition));
    }

    private static Answer answer(Outcome outcome, CurrencyCode currency) {
        Saved<Booking> saved = outcome.saved();
        return saved == null
                ? new Answer.Refused(Objects.requireNonNull(outcome.refusal()))
                : new Answer.Done(saved, currency);
    }

    private static CurrencyCode currencyOf(Entry entry, Map<AccountId, Account> held) {
        return Objects.requireNonNull(held.get(entry.account())).currency();
    }

    private static Checked<Entry> unknownAccount(EntryDraft draft) {
        return new Checked.Invalid<>(List.of(new FieldProblem(
                "/account_id",
                "unknown-account",
                "No account " + draft.account().value() + ".")));
    }

    /** Holds the accounts in one order, so that two requests never wait for each other. */
    private Map<AccountId, Account> hold(List<EntryDraft> drafts) {
        Map<AccountId, Account> held = new HashMap<>();
        drafts.stream()
                .map(EntryDraft::account)
                .distinct()
                .sorted(Comparator.comparing(AccountId::value))
                .forEach(id -> accounts.lock(id).ifPresent(account -> held.put(id, account.value())));
        return held;
    }

    private Map<TransactionId, Birth> births(List<Entry> entries, Set<AccountId> held) {
        Map<TransactionId, Birth> births = new HashMap<>();
        bookings.findAll(entries.stream().map(Entry::id).toList())
                .forEach(stored ->
                        births.put(stored.value().entry().id(), stored.value().birth()));
        for (AccountId account : held) {
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
