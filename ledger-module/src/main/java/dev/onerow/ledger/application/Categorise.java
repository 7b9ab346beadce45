package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.BookingSearch;
import dev.onerow.ledger.domain.booking.Entry;
import dev.onerow.ledger.domain.booking.ListPosition;
import dev.onerow.ledger.domain.category.Assigning;
import dev.onerow.ledger.domain.category.Assignment;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Rulebook;
import dev.onerow.ledger.domain.category.Subject;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.Scope;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives transactions the categories that the rules of a ledger's template say. Never touches what a person chose. */
@Singleton
public final class Categorise {
    private static final int AT_ONCE = 1_000;

    private final Ledgers ledgers;
    private final Mappings mappings;
    private final Rulebooks rulebooks;
    private final LedgerScopes scopes;
    private final Transactions transactions;
    private final Today today;

    Categorise(
            Ledgers ledgers,
            Mappings mappings,
            Rulebooks rulebooks,
            LedgerScopes scopes,
            Transactions transactions,
            Today today) {
        this.ledgers = ledgers;
        this.mappings = mappings;
        this.rulebooks = rulebooks;
        this.scopes = scopes;
        this.transactions = transactions;
        this.today = today;
    }

    /**
     * What a run did. The five add up to what was examined; a transaction that no rule catches and that has no mapping is
     * unchanged.
     */
    public record Counts(long examined, long inserted, long updated, long unchanged, long cleared, long skippedManual) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    examined + other.examined,
                    inserted + other.inserted,
                    updated + other.updated,
                    unchanged + other.unchanged,
                    cleared + other.cleared,
                    skippedManual + other.skippedManual);
        }
    }

    /**
     * Applies the rules to all transactions that the ledger shows, its filters by category and tag set aside. Idempotent.
     *
     * @param isDryRun does the same and takes it back
     * @throws dev.onerow.ledger.domain.RefusedException when there is no such ledger, or it has no template
     */
    public Counts run(LedgerId id, boolean isDryRun) {
        return Rehearsal.run(transactions, isDryRun, () -> {
            Ledger ledger = ledgers.lock(id)
                    .orElseThrow(() -> SaveLedger.unknown(id).asException())
                    .value();
            TemplateId template = Rulebooks.requireTemplate(ledger);
            Rulebook rulebook = rulebooks.hold(List.of(template)).of(template);
            Scope scope = scopes.withoutCategoriesAndTags(ledger);
            transactions.planAfresh();
            Counts counts = Counts.NONE;
            ListPosition after = ListPosition.START;
            List<Stored<Booking>> page = ledgers.shown(scope, BookingSearch.all(), after, AT_ONCE);
            while (!page.isEmpty()) {
                counts = counts.plus(apply(rulebook, scope, ofAccounts(scope, page)));
                after = ListPosition.of(page.get(page.size() - 1).value());
                page = ledgers.shown(scope, BookingSearch.all(), after, AT_ONCE);
            }
            return counts;
        });
    }

    /** Applies the rules of every ledger that shows them to transactions that an import has just made. */
    void newlyCreated(List<TransactionId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Ledger> held = ledgers.categorising().stream()
                .flatMap(stored -> ledgers.lock(stored.value().id()).stream())
                .map(Stored::value)
                .filter(ledger -> ledger.template() != null)
                .toList();
        Rulebooks.Held books =
                rulebooks.hold(held.stream().map(Rulebooks::requireTemplate).toList());
        for (Ledger ledger : held) {
            Rulebook rulebook = books.of(Rulebooks.requireTemplate(ledger));
            Scope scope = scopes.withoutCategoriesAndTags(ledger);
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                List<TransactionId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                List<Stored<Booking>> shown = transactions.plannedForValues(() -> ledgers.shownAmong(scope, some));
                mappings.addAll(choices(rulebook, scope, shown));
            }
        }
    }

    private List<Mapping> choices(Rulebook rulebook, Scope scope, List<Stored<Booking>> bookings) {
        Map<AccountId, CurrencyCode> currencies = currencies(scope);
        List<Mapping> choices = new ArrayList<>();
        for (Stored<Booking> stored : bookings) {
            Mapping choice = choice(rulebook, scope.ledger().id(), stored.value(), currencies, null);
            if (choice != null) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private Counts apply(Rulebook rulebook, Scope scope, List<Stored<Booking>> page) {
        LedgerId ledger = scope.ledger().id();
        Map<AccountId, CurrencyCode> currencies = currencies(scope);
        Map<TransactionId, Stored<Mapping>> before = mappings.find(
                ledger, page.stream().map(stored -> stored.value().entry().id()).toList());
        List<Mapping> chosen = new ArrayList<>();
        List<TransactionId> cleared = new ArrayList<>();
        long skipped = 0;
        long unchanged = 0;
        for (Stored<Booking> stored : page) {
            Booking booking = stored.value();
            TransactionId id = booking.entry().id();
            Mapping mapped = before.containsKey(id) ? before.get(id).value() : null;
            if (mapped != null && mapped.assignedBy() == Assignment.MANUAL) {
                skipped++;
                continue;
            }
            Mapping choice = choice(rulebook, ledger, booking, currencies, mapped);
            if (choice != null) {
                chosen.add(choice);
            } else if (mapped != null) {
                cleared.add(id);
            } else {
                unchanged++;
            }
        }
        mappings.deleteAll(ledger, cleared);
        return counted(chosen).plus(new Counts(page.size(), 0, 0, unchanged, cleared.size(), skipped));
    }

    private Counts counted(List<Mapping> chosen) {
        long inserted = 0;
        long updated = 0;
        long unchanged = 0;
        long skipped = 0;
        List<Saved<Mapping>> saved =
                chosen.isEmpty() ? List.of() : mappings.saveAll(chosen, new Assigning(Condition.NONE));
        for (Saved<Mapping> each : saved) {
            boolean isManual = each.stored().value().assignedBy() == Assignment.MANUAL;
            inserted += each.change() == Saved.Change.INSERTED ? 1 : 0;
            updated += each.change() == Saved.Change.UPDATED ? 1 : 0;
            // A person may have chosen between our look and our write.
            skipped += each.change() == Saved.Change.UNCHANGED && isManual ? 1 : 0;
            unchanged += each.change() == Saved.Change.UNCHANGED && !isManual ? 1 : 0;
        }
        long gone = (long) chosen.size()
                - saved.size(); // Deleted since we looked: there is nothing to categorise any more.
        return new Counts(-gone, inserted, updated, unchanged, 0, skipped);
    }

    private @Nullable Mapping choice(
            Rulebook rulebook,
            LedgerId ledger,
            Booking booking,
            Map<AccountId, CurrencyCode> currencies,
            @Nullable Mapping before) {
        Entry entry = booking.entry();
        CurrencyCode currency = Objects.requireNonNull(currencies.get(entry.account()));
        Subject subject = new Subject(
                entry.account(), new Money(entry.amount(), currency), booking.flow(), entry.merchant(), entry.notes());
        Instant now = today.instant();
        return rulebook.deciding(subject)
                .map(rule -> new Mapping(
                        UUID.randomUUID().toString(),
                        entry.id(),
                        ledger,
                        rule.category(),
                        before == null ? List.of() : before.tags(),
                        Assignment.AUTO,
                        now,
                        rule.id(),
                        rule.version()))
                .orElse(null);
    }

    /** Without those of accounts that were not there when the run began. */
    private static List<Stored<Booking>> ofAccounts(Scope scope, List<Stored<Booking>> page) {
        Map<AccountId, CurrencyCode> known = currencies(scope);
        return page.stream()
                .filter(stored -> known.containsKey(stored.value().entry().account()))
                .toList();
    }

    private static Map<AccountId, CurrencyCode> currencies(Scope scope) {
        Map<AccountId, CurrencyCode> currencies = new HashMap<>();
        scope.accounts().forEach(account -> currencies.put(account.id(), account.currency()));
        return currencies;
    }
}
