package dev.onerow.persistence.kernel;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.SchemaProof;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Proves every declared table against the database in use, in one snapshot. */
@Singleton
final class LiveProof implements SchemaProof {
    private final KernelStores stores;
    private final Dialect dialect;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final CurrentTransaction transaction;

    LiveProof(KernelStores stores, DatabaseKind database, Transactions transactions, CurrentTransaction transaction) {
        this.stores = stores;
        this.dialect = Dialect.of(database);
        this.catalogue = switch (database) {
            case POSTGRESQL -> new PostgresqlCatalogue();
            case SQLITE -> new SqliteCatalogue();
        };
        this.transactions = transactions;
        this.transaction = transaction;
    }

    @Override
    public Result prove() {
        List<Table<?>> tables = stores.declared();
        return transactions.read(() -> {
            List<Finding> findings = new ArrayList<>();
            try {
                for (Table<?> table : tables) {
                    findings.addAll(TableProof.of(table, dialect, catalogue, transaction.connection()));
                }
            } catch (SQLException e) {
                throw new UncheckedSqlException(e);
            }
            return new Result(tables.size(), findings);
        });
    }
}
