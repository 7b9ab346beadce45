package dev.onerow.ledger.domain.view;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Refusal.Reason;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ledger may be saved: under the condition of the request, and with another template only while it has no
 * mappings, whose categories are those of the old one.
 *
 * @param condition what the request asks of the stored version
 * @param hasMappings whether the ledger has mappings
 */
public record SavingALedger(Condition condition, boolean hasMappings) implements Verdict.Rule<Ledger> {

    @Override
    public Verdict<Ledger> decide(@Nullable Stored<Ledger> stored, Ledger incoming) {
        if (!condition.permits(stored == null ? null : (Long) stored.version())) {
            return new Verdict.Refuse<>(Refusal.preconditionFailed(stored));
        }
        boolean changesTemplate =
                stored != null && !Objects.equals(stored.value().template(), incoming.template());
        return changesTemplate && hasMappings
                ? new Verdict.Refuse<>(Refusal.of(
                        Reason.LEDGER_HAS_MAPPINGS, "Transactions have categories of the ledger's template: it stays."))
                : new Verdict.Write<>(incoming);
    }
}
