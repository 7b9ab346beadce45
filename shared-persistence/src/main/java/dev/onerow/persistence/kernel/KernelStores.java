package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.SingleStatements;
import dev.onerow.persistence.database.SqlFailures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    @Override
    public <T> Store<T> withGivenIds(Class<T> row) {
        return open(Declarations.read(entities.getEntity(row)).withGivenIds());
    }

    @Override
    public void continueIds(Class<?> row) {
        of(row).holdTable();
        Table<?> table = Declarations.read(entities.getEntity(row));
        if (database == DatabaseKind.POSTGRESQL) { // SQLite does so by itself.
            table.madeId().ifPresent(id -> continueIds(table, id.name()));
        }
    }

    private void continueIds(Table<?> table, String id) {
        String text = "SELECT setval(ids.made, greatest(pg_sequence_last_value(ids.made), (SELECT max("
                + Table.quoted(id) + ") FROM " + table.qualifiedName() + ")))"
                + " FROM (SELECT pg_get_serial_sequence(?, ?)::regclass AS made) AS ids";
        try (PreparedStatement statement = transaction.connection().prepareStatement(text)) {
            statement.setString(1, table.qualifiedName());
            statement.setString(2, id);
            statement.execute();
        } catch (SQLException failure) {
            throw SqlFailures.told(failure);
        }
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
        return open(Declarations.read(entities.getEntity(row)));
    }

    private <T> TableStore<T> open(Table<T> table) {
        WriteMetrics metrics = new WriteMetrics(meters, table.name());
        Work<T> work = new Work<>(table, database, transactions, transaction, single, metrics, clock);
        return new TableStore<>(table, new Writing<>(table, work, metrics, false));
    }
}
