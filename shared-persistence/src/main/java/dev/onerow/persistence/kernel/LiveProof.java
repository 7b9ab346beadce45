package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves every declared table against the database in use, in one snapshot. */
@Singleton
final class LiveProof implements SchemaProof {
    private final KernelStores stores;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final CurrentTransaction transaction;
    private final Clock clock;
    private final SequenceForecast forecast;

    LiveProof(
            KernelStores stores,
            DatabaseKind database,
            Transactions transactions,
            CurrentTransaction transaction,
            Clock clock,
            @Nullable MeterRegistry meters) {
        this.stores = stores;
        this.dialect = Dialect.of(database);
        this.catalogue = switch (database) {
            case POSTGRESQL -> new PostgresqlCatalogue();
            case SQLITE -> new SqliteCatalogue();
        };
        this.transactions = transactions;
        this.transaction = transaction;
        this.clock = clock;
        this.forecast = new SequenceForecast(meters);
    }

    @Override
    public Result prove() {
        List<Table<?>> tables = stores.declared();
        return transactions.read(() -> {
            List<Finding> findings = new ArrayList<>();
            try {
                for (Table<?> table : tables) {
                    TableProof proof = TableProof.of(table, dialect, catalogue, transaction.connection());
                    findings.addAll(proof.findings());
                    proof.sequences().forEach(sequence -> forecast.observe(table.name(), sequence, clock.instant()));
                }
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
            return new Result(tables.size(), findings);
        });
    }
}
