package dev.onerow.ledger.domain.category;

import dev.onerow.ledger.domain.Condition;
import dev.onerow.ledger.domain.Refusal;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Whether a category may be given: a rule's never takes the place of a person's, and saying the same again is nothing
 * new.
 *
 * @param condition what the request asks of the stored version
 */
public record Assigning(Condition condition) implements Verdict.Rule<Mapping> {

    @Override
    public Verdict<Mapping> decide(@Nullable Stored<Mapping> stored, Mapping incoming) {
        if (!condition.permits(stored == null ? null : (Long) stored.version())) {
            return new Verdict.Refuse<>(Refusal.preconditionFailed(stored));
        }
        if (stored == null) {
            return new Verdict.Write<>(incoming);
        }
        Mapping before = stored.value();
        boolean stays = !incoming.assignedBy().mayReplace(before.assignedBy()) || incoming.saysTheSameAs(before);
        return stays ? new Verdict.Keep<>() : new Verdict.Write<>(incoming);
    }
}
