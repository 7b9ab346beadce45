package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.SingleStatements;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All stores of this application, each made when it is first asked for. */
@Singleton
final class KernelStores implements Stores {
    private final RuntimeEntityRegistry entities;
    private final DatabaseKind database;
    private final Transactions transactions;
    private final CurrentTransaction transaction;
    private final SingleStatements single;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Class<?>, TableStore<?>> stores = new ConcurrentHashMap<>();

    KernelStores(
            RuntimeEntityRegistry entities,
            DatabaseKind database,
            Transactions transactions,
            CurrentTransaction transaction,
            SingleStatements single,
            Clock clock,
            @Nullable MeterRegistry meters) {
        this.entities = entities;
        this.database = database;
        this.transactions = transactions;
        this.transaction = transaction;
        this.single = single;
        this.clock = clock;
        this.meters = meters == null ? new CompositeMeterRegistry() : meters;
    }

    @Override
    @SuppressWarnings("unchecked") // The map holds the store of T under the class of T.
    public <T> Store<T> of(Class<T> row) {
        return (Store<T>) stores.computeIfAbsent(row, this::open);
    }

    /** Every declared table on the class path, by name. */
    List<Table<?>> declared() {
        return BeanIntrospector.SHARED.findIntrospections(KeyedTable.class).stream()
                .map(BeanIntrospection::getBeanType)
                .<Table<?>>map(row -> Declarations.read(entities.getEntity(row)))
                .sorted(Comparator.comparing(Table::name))
                .toList();
    }

    private <T> TableStore<T> open(Class<T> row) {
        Table<T> table = Declarations.read(entities.getEntity(row));
        WriteMetrics metrics = new WriteMetrics(meters, table.name());
        Work<T> work = new Work<>(table, database, transactions, transaction, single, metrics, clock);
        return new TableStore<>(table, new Writing<>(table, work, metrics, false));
    }
}
