package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.ListPosition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored ledgers, and what they show. */
public interface Ledgers {

    /** The ledger of an id. */
    Optional<Stored<Ledger>> find(LedgerId id);

    /** The ledger, held until the transaction ends: its template stays while categories of it are given. */
    Optional<Stored<Ledger>> lock(LedgerId id);

    /** Ledgers in the order of their ids, behind one of them. */
    List<Stored<Ledger>> page(@Nullable String afterId, int limit);

    /** All ledgers that can give categories, in the order of their ids. */
    List<Stored<Ledger>> categorising();

    /**
     * Saves a ledger.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when the rule refuses
     */
    Saved<Ledger> save(Ledger ledger, Verdict.Rule<Ledger> rule);

    /** Deletes a ledger with its mappings. */
    void delete(LedgerId id);

    /** The default of a kind. */
    Optional<String> defaultOf(DefaultKind kind);

    /** Makes something the default of its kind; answers whether it was not before. */
    boolean makeDefault(DefaultKind kind, String id);

    /** Makes something the default of its kind unless there is one. */
    void makeDefaultIfNone(DefaultKind kind, String id);

    /** Leaves a kind without default. */
    void clearDefault(DefaultKind kind);

    /**
     * What a ledger shows of a search, the most recent first, behind a place in the list. The category of the search is
     * not looked at: the scope has been narrowed to it.
     */
    List<Stored<Booking>> shown(Scope scope, BookingSearch search, ListPosition after, int limit);

    /** Which of some transactions a ledger shows; filters by category and tag have been set aside in the scope. */
    List<Stored<Booking>> shownAmong(Scope scope, Collection<TransactionId> ids);

    /** What a ledger shows, added up. */
    List<Cell> cells(Scope scope);

    /** The sums of all transactions of some accounts up to a day. */
    Map<AccountId, Long> sumsUpTo(Collection<AccountId> accounts, LocalDate day);

    /** What can be the default. */
    enum DefaultKind {
        /** A ledger. */
        LEDGER,
        /** A template. */
        TEMPLATE
    }

    /**
     * A ledger's filter, worked out.
     *
     * @param ledger the ledger
     * @param filter what it lets through on the day
     * @param accounts every account there is: sets of accounts and limits in their currencies are worked out from them
     */
    record Scope(Ledger ledger, LedgerFilter filter, List<Account> accounts) {
        /** Copies the accounts. */
        public Scope {
            accounts = List.copyOf(accounts);
        }

        /** The accounts that are shown. */
        public List<Account> shownAccounts() {
            return accounts.stream().filter(this::shows).toList();
        }

        private boolean shows(Account account) {
            String id = account.id().value();
            return (filter.accounts().isEmpty() || filter.accounts().contains(id))
                    && !filter.withoutAccounts().contains(id);
        }
    }

    /**
     * Transactions of one account, month and flow together.
     *
     * @param amount the sum of their absolute amounts, in minor units
     */
    record Cell(AccountId account, int year, int month, Flow flow, long count, long amount) {}
}
