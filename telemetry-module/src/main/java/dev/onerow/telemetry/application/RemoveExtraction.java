package dev.onerow.telemetry.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.CounterChanges;
import dev.onerow.telemetry.domain.Counters;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Operations.Removal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Removes an operation with all that belongs to it, and takes its share from the counter. Thread-safe. */
@Singleton
public final class RemoveExtraction {
    private final Operations operations;
    private final Counters counters;
    private final Transactions transactions;

    RemoveExtraction(Operations operations, Counters counters, Transactions transactions) {
        this.operations = operations;
        this.counters = counters;
        this.transactions = transactions;
    }

    /** Removes it where the stored row is as the request asks; a second time it is missing. */
    public Removal.Kind remove(OperationId id, Condition condition) {
        return transactions.write(() -> {
            Removal removal = operations.remove(id, condition);
            CounterChanges changes = new CounterChanges();
            changes.add(removal.counted(), Optional.empty());
            counters.apply(changes);
            return removal.kind();
        });
    }
}
