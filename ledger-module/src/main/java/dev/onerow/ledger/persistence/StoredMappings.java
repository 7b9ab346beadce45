package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.LedgerId;
import dev.onerow.ledger.domain.Saved;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.Verdict;
import dev.onerow.ledger.domain.category.Mapping;
import dev.onerow.ledger.domain.category.Mappings;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mappings in the table {@code transaction_category_mappings}. */
@Singleton
final class StoredMappings implements Mappings {
    private final Store<MappingRow> store;
    private final Store<MappingRow> unrefused;
    private final MappingReads reads;

    StoredMappings(Stores stores, MappingReads reads) {
        this.unrefused = stores.of(MappingRow.class);
        this.store = unrefused.quarantining();
        this.reads = reads;
    }

    @Override
    public Map<TransactionId, Stored<Mapping>> find(LedgerId ledger, Collection<TransactionId> transactions) {
        Map<TransactionId, Stored<Mapping>> found = new HashMap<>();
        for (List<TransactionId> some : Writes.chunks(transactions)) {
            reads.find(ledger.value(), some.stream().map(TransactionId::value).toList())
                    .forEach(row -> found.put(new TransactionId(row.transactionId()), row.stored()));
        }
        return found;
    }

    @Override
    public void addAll(List<Mapping> mappings) {
        unrefused.upsertAll(mappings.stream().map(MappingRow::of), Writes.AT_ONCE);
    }

    @Override
    public List<Saved<Mapping>> saveAll(List<Mapping> mappings, Verdict.Rule<Mapping> rule) {
        return store
                .decideAll(
                        mappings.stream().map(MappingRow::of).toList(),
                        Writes.decider(rule, MappingRow::stored, MappingRow::of))
                .stream()
                .filter(written -> !(written.refusal() instanceof Refusal.ByConstraint))
                .map(written -> {
                    if (written.outcome() == Outcome.REJECTED) {
                        throw Writes.refusal(written).asException();
                    }
                    return Writes.saved(written, MappingRow::stored);
                })
                .toList();
    }

    @Override
    public void deleteAll(LedgerId ledger, Collection<TransactionId> transactions) {
        for (List<TransactionId> some : Writes.chunks(transactions)) {
            store.deleteAll(
                    some.stream().map(id -> Key.of(id.value(), ledger.value())).toList());
        }
    }

    @Override
    public boolean hasAny(LedgerId ledger) {
        return reads.any(ledger.value()) > 0;
    }
}
