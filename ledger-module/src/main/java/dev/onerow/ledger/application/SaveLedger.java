package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TemplateId;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.ledger.domain.category.Templates;
import dev.onerow.ledger.domain.view.Ledger;
import dev.onerow.ledger.domain.view.Ledgers;
import dev.onerow.ledger.domain.view.Ledgers.DefaultKind;
import dev.onerow.ledger.domain.view.SavingALedger;
import dev.onerow.persistence.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Saves and deletes ledgers. Once there is one, exactly one is the default. */
@Singleton
public final class SaveLedger {
    private final Ledgers ledgers;
    private final Mappings mappings;
    private final Templates templates;
    private final Transactions transactions;

    SaveLedger(Ledgers ledgers, Mappings mappings, Templates templates, Transactions transactions) {
        this.ledgers = ledgers;
        this.mappings = mappings;
        this.templates = templates;
        this.transactions = transactions;
    }

    /**
     * Saves a ledger. Idempotent. The first one becomes the default whatever it says.
     *
     * @param isDefault true makes it the default, false refuses if it is, null leaves that as it is
     * @throws dev.onerow.ledger.domain.RefusedException when the condition fails, the template is unknown or in use, or
     *     there would be no default
     */
    public Saved<Ledger> save(Ledger ledger, @Nullable Boolean isDefault, Condition condition) {
        return transactions.write(() -> {
            ledgers.lock(ledger.id());
            holdTemplate(ledger.template());
            Saved<Ledger> saved = ledgers.save(ledger, new SavingALedger(condition, mappings.hasAny(ledger.id())));
            String id = ledger.id().value();
            Optional<String> current = ledgers.defaultOf(DefaultKind.LEDGER);
            if (Boolean.FALSE.equals(isDefault) && current.equals(Optional.of(id))) {
                throw keepsDefault().asException();
            }
            boolean isMoved = Boolean.TRUE.equals(isDefault) && ledgers.makeDefault(DefaultKind.LEDGER, id);
            if (current.isEmpty()) {
                ledgers.makeDefaultIfNone(DefaultKind.LEDGER, id);
            }
            return isMoved && saved.change() == Saved.Change.UNCHANGED
                    ? new Saved<>(Saved.Change.UPDATED, saved.stored())
                    : saved;
        });
    }

    /**
     * Deletes a ledger with its mappings.
     *
     * @throws dev.onerow.ledger.domain.RefusedException when there is none, the condition fails, or it is the default
     */
    public void delete(LedgerId id, Condition condition) {
        transactions.write(() -> {
            Stored<Ledger> stored =
                    ledgers.lock(id).orElseThrow(() -> unknown(id).asException());
            if (!condition.permits(stored.version())) {
                throw Refusal.preconditionFailed(stored).asException();
            }
            if (ledgers.defaultOf(DefaultKind.LEDGER).equals(Optional.of(id.value()))) {
                throw keepsDefault().asException();
            }
            ledgers.delete(id);
        });
    }

    /** There is no such ledger. */
    public static Refusal unknown(LedgerId id) {
        return Refusal.of(Reason.UNKNOWN_LEDGER, "No ledger " + id.value() + ".")
                .with("ledger_id", id.value());
    }

    /** Held, so that it does not go before the ledger is written; after the ledger, as everywhere. */
    private void holdTemplate(@Nullable TemplateId template) {
        if (template != null && templates.lock(template).isEmpty()) {
            throw Refusal.invalid(
                            "/category_template_id",
                            "unknown-template",
                            "No category template " + template.value() + ".")
                    .asException();
        }
    }

    private static Refusal keepsDefault() {
        return Refusal.of(Reason.DEFAULT_LEDGER, "It is the default ledger: make another one the default first.");
    }
}
