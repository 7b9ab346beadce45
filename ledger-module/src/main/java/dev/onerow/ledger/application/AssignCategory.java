package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.CategoryId;
import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Flow;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.booking.Booking;
import dev.onerow.ledger.domain.booking.Bookings;
import dev.onerow.ledger.domain.category.Assigning;
import dev.onerow.ledger.domain.category.Assignment;
import dev.onerow.ledger.domain.category.Category;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets a person say which category a transaction has in a ledger, or that it has none. */
@Singleton
public final class AssignCategory {
    private final Ledgers ledgers;
    private final Bookings bookings;
    private final Templates templates;
    private final Mappings mappings;
    private final Transactions transactions;
    private final Today today;

    AssignCategory(
            Ledgers ledgers,
            Bookings bookings,
            Templates templates,
            Mappings mappings,
            Transactions transactions,
            Today today) {
        this.ledgers = ledgers;
        this.bookings = bookings;
        this.templates = templates;
        this.mappings = mappings;
        this.transactions = transactions;
        this.today = today;
    }

    /**
     * Gives a category by hand. Idempotent; the ledger need not show the transaction.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when one of the three is unknown, the ledger has no template, or
     *     the category is for another flow
     */
    public Saved<Mapping> assign(
            LedgerId ledgerId,
            TransactionId transactionId,
            CategoryId categoryId,
            List<String> tags,
            Condition condition) {
        return transactions.write(() -> {
            // Held, so that neither the ledger's template nor the category goes while this is written.
            Ledger ledger = ledgers.lock(ledgerId)
                    .map(Stored::value)
                    .orElseThrow(() -> SaveLedger.unknown(ledgerId).asException());
            TemplateId template = Rulebooks.requireTemplate(ledger);
            templates.lock(template);
            Booking booking = requireBooking(transactionId);
            Map<CategoryId, Category> categories = new HashMap<>();
            templates
                    .categories(template)
                    .forEach(stored -> categories.put(stored.value().id(), stored.value()));
            if (!categories.containsKey(categoryId)) {
                throw Refusal.invalid("/category_id", "unknown-category", "Not a category of the ledger's template.")
                        .asException();
            }
            Flow flow = Rulebooks.flow(categoryId, categories);
            if (flow != null && flow != booking.flow()) {
                throw Refusal.invalid(
                                "/category_id",
                                "other-flow",
                                "The category is for " + flow.word() + ", the transaction is "
                                        + booking.flow().word() + ".")
                        .asException();
            }
            Mapping mapping = new Mapping(
                    UUID.randomUUID().toString(),
                    transactionId,
                    ledgerId,
                    categoryId,
                    tags,
                    Assignment.MANUAL,
                    today.instant(),
                    null,
                    null);
            return mappings.saveAll(List.of(mapping), new Assigning(condition)).stream()
                    .findFirst()
                    .orElseThrow(() -> SaveTransactions.unknown(transactionId).asException());
        });
    }

    /**
     * Takes a category away, whoever gave it.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, or the condition fails
     */
    public void remove(LedgerId ledgerId, TransactionId transactionId, Condition condition) {
        transactions.write(() -> {
            Stored<Mapping> stored = find(ledgerId, transactionId)
                    .orElseThrow(() -> unknownMapping().asException());
            if (!condition.permits(stored.version())) {
                throw Refusal.preconditionFailed(stored).asException();
            }
            mappings.deleteAll(ledgerId, List.of(transactionId));
        });
    }

    /**
     * The category of a transaction in a ledger.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when ledger or transaction is unknown
     */
    public Optional<Stored<Mapping>> find(LedgerId ledgerId, TransactionId transactionId) {
        requireLedger(ledgerId);
        requireBooking(transactionId);
        return Optional.ofNullable(
                mappings.find(ledgerId, List.of(transactionId)).get(transactionId));
    }

    /** The transaction has no category there. */
    public static Refusal unknownMapping() {
        return Refusal.of(Reason.UNKNOWN_MAPPING, "The transaction has no category in this ledger.");
    }

    private Ledger requireLedger(LedgerId id) {
        return ledgers.find(id)
                .map(Stored::value)
                .orElseThrow(() -> SaveLedger.unknown(id).asException());
    }

    private Booking requireBooking(TransactionId id) {
        return bookings.find(id)
                .map(Stored::value)
                .orElseThrow(() -> SaveTransactions.unknown(id).asException());
    }
}
