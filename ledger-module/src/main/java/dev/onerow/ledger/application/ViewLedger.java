package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Figures;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.Scope;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows what a ledger shows: transactions, totals, balances. Everything is derived when it is read. */
@Singleton
public final class ViewLedger {
    private final Ledgers ledgers;
    private final Mappings mappings;
    private final Templates templates;
    private final LedgerScopes scopes;
    private final Transactions transactions;
    private final Today today;

    ViewLedger(
            Ledgers ledgers,
            Mappings mappings,
            Templates templates,
            LedgerScopes scopes,
            Transactions transactions,
            Today today) {
        this.ledgers = ledgers;
        this.mappings = mappings;
        this.templates = templates;
        this.scopes = scopes;
        this.transactions = transactions;
        this.today = today;
    }

    /**
     * A transaction in a ledger.
     *
     * @param mapping its category there
     * @param isCategorised whether that is more than a top level
     */
    public record Shown(Stored<Booking> booking, @Nullable Mapping mapping, boolean isCategorised) {}

    /**
     * The balance of an account at the end of a day.
     *
     * @param amount in minor units
     */
    public record AccountBalance(AccountId account, CurrencyCode currency, long amount) {}

    /**
     * Balances of a ledger.
     *
     * @param accounts by id; null when the ledger does not track them
     */
    public record Balances(@Nullable List<AccountBalance> accounts) {}

    /** Something derived, with the version of the ledger it was derived for. */
    public record Derived<T>(long version, T value) {}

    /** The most recent transactions behind a place in the list. */
    public List<Shown> transactions(LedgerId id, BookingSearch search, ListPosition after, int limit) {
        return transactions.read(() -> {
            Ledger ledger = require(id).value();
            List<Stored<Booking>> bookings =
                    ledgers.shown(scopes.narrowed(ledger, search.category()), search, after, limit);
            Map<TransactionId, Stored<Mapping>> categories = mappings.find(
                    id,
                    bookings.stream().map(stored -> stored.value().entry().id()).toList());
            Set<CategoryId> tops = topLevels(ledger.template());
            return bookings.stream()
                    .map(stored -> {
                        Stored<Mapping> mapping =
                                categories.get(stored.value().entry().id());
                        return mapping == null
                                ? new Shown(stored, null, false)
                                : new Shown(
                                        stored,
                                        mapping.value(),
                                        !tops.contains(mapping.value().category()));
                    })
                    .toList();
        });
    }

    /** The totals in each currency, by its code. */
    public Derived<List<Figures>> statistics(LedgerId id) {
        return transactions.read(() -> {
            Stored<Ledger> ledger = require(id);
            Scope scope = scopes.of(ledger.value());
            return new Derived<>(ledger.version(), Figures.byCurrency(ledgers.cells(scope), currencies(scope)));
        });
    }

    /** The totals in each month and currency, the latest month first. */
    public Derived<List<Figures.OfMonth>> monthly(LedgerId id) {
        return transactions.read(() -> {
            Stored<Ledger> ledger = require(id);
            Scope scope = scopes.of(ledger.value());
            return new Derived<>(ledger.version(), Figures.byMonth(ledgers.cells(scope), currencies(scope)));
        });
    }

    /** The balances of the accounts that the ledger shows. */
    public Derived<Balances> balances(LedgerId id, LocalDate day) {
        return transactions.read(() -> {
            Stored<Ledger> ledger = require(id);
            return new Derived<>(
                    ledger.version(),
                    new Balances(ledger.value().tracksBalances() ? balances(ledger.value(), day) : null));
        });
    }

    /** The totals of balances in each currency, by its code. */
    public static Map<CurrencyCode, Long> totals(List<AccountBalance> balances) {
        Map<CurrencyCode, Long> totals = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        balances.forEach(balance -> totals.merge(balance.currency(), balance.amount(), Long::sum));
        return totals;
    }

    /** Today, where the ledger's owner lives. */
    public LocalDate today() {
        return today.date();
    }

    private List<AccountBalance> balances(Ledger ledger, LocalDate day) {
        List<Account> shown = new ArrayList<>(scopes.of(ledger).shownAccounts());
        shown.sort((a, b) -> a.id().value().compareTo(b.id().value()));
        Map<AccountId, Long> sums =
                ledgers.sumsUpTo(shown.stream().map(Account::id).toList(), day);
        return shown.stream()
                .map(account -> new AccountBalance(
                        account.id(), account.currency(), account.balanceAfter(sums.getOrDefault(account.id(), 0L))))
                .toList();
    }

    private Stored<Ledger> require(LedgerId id) {
        return ledgers.find(id).orElseThrow(() -> SaveLedger.unknown(id).asException());
    }

    private Set<CategoryId> topLevels(@Nullable TemplateId template) {
        Set<CategoryId> tops = new HashSet<>();
        if (template != null) {
            templates.categories(template).stream()
                    .map(Stored::value)
                    .filter(Category::isTopLevel)
                    .forEach(category -> tops.add(category.id()));
        }
        return tops;
    }

    private static Map<AccountId, CurrencyCode> currencies(Scope scope) {
        Map<AccountId, CurrencyCode> currencies = new HashMap<>();
        scope.accounts().forEach(account -> currencies.put(account.id(), account.currency()));
        return currencies;
    }
}
