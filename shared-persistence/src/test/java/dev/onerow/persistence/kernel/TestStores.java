package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.SingleStatements;
import dev.onerow.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;

/** Stores of tables that are declared in another way than their rows say. */
final class TestStores {
    private TestStores() {}

    static <T> Store<T> of(TestDatabase database, Table<T> table) {
        WriteMetrics metrics = new WriteMetrics(new CompositeMeterRegistry(), table.name());
        Work<T> work = new Work<>(
                table,
                database.bean(DatabaseKind.class),
                database.bean(Transactions.class),
                database.bean(CurrentTransaction.class),
                database.bean(SingleStatements.class),
                metrics,
                Clock.systemUTC());
        return new TableStore<>(table, new Writing<>(table, work, metrics, false));
    }
}
