package dev.onerow.persistence.views;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.ViewRefused.Reason;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@link ViewRows} on SQLite: a transaction that reads sees one state of the file, views included. */
final class SqliteViewRows implements ViewRows {
    private final TransactionOperations<Connection> operations;
    private final CurrentTransaction transaction;
    private final SqliteCatalogue catalogue;
    private final Duration fetchLimit;

    SqliteViewRows(TransactionOperations<Connection> operations, CurrentTransaction transaction, Duration fetchLimit) {
        this.operations = operations;
        this.fetchLimit = fetchLimit;
        this.transaction = transaction;
        this.catalogue = new SqliteCatalogue(new Statements(transaction));
    }

    @Override
    public <T> Optional<T> read(String view, Function<OpenView, T> reader) {
        return operations.execute(
                TransactionDefinition.READ_ONLY,
                status -> catalogue.find(view).map(Open::new).map(reader));
    }

    static RuntimeException unreadable(View view, SQLException failure, boolean tooSlow) {
        if (tooSlow) {
            return new ViewRefused(new Reason.TooSlow(view.name()), failure);
        }
        return StoreFailure.of(failure).filter(StoreFailure::isTemporary).isPresent()
                ? new UncheckedSqlException(failure)
                : new ViewRefused(new Reason.Unreadable(view.name()), failure);
    }

    private final class Open implements OpenView {
        private final View view;

        Open(View view) {
            this.view = view;
        }

        @Override
        public View view() {
            return view;
        }

        @Override
        public Rows rows(RowQuery query) {
            List<String> all = view.columns().stream().map(ViewColumn::name).toList();
            var sql = new RowSql(DatabaseKind.SQLITE, view, all);
            try {
                return new SqliteRows(
                        view,
                        transaction.connection().createStatement(),
                        sql.of(query, Quoted.name(view.name())),
                        fetchLimit);
            } catch (SQLException failure) {
                throw unreadable(view, failure, false);
            }
        }
    }
}
