package dev.onerow.persistence.views;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.PostgresCatalogue.Entry;
import dev.onerow.persistence.views.ViewRefused.Reason;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@link ViewRows} on PostgreSQL. */
final class PostgresViewRows implements ViewRows {
    private static final int TRIES = 5;

    /** Columns whose type has no order, or one that depends on a language. */
    private static final String SORTED_AS_TEXT = """
            SELECT a.attname
            FROM pg_attribute a
            JOIN pg_type own ON own.oid = a.atttypid
            JOIN pg_type t ON t.oid = CASE own.typtype WHEN 'd' THEN own.typbasetype ELSE own.oid END
            WHERE a.attrelid = ? AND a.attnum > 0
              AND (a.attcollation <> 0 OR NOT (t.typtype IN ('e', 'r', 'm') OR EXISTS (
                    SELECT FROM pg_opclass o
                    LEFT JOIN pg_cast c ON c.casttarget = o.opcintype AND c.castmethod = 'b' AND c.castcontext = 'i'
                    WHERE o.opcmethod = 403 AND o.opcdefault
                      AND CASE t.typcategory WHEN 'A' THEN t.typelem ELSE t.oid END IN (o.opcintype, c.castsource))))
            """;

    private final TransactionOperations<Connection> operations;
    private final CurrentTransaction transaction;
    private final Statements statements;
    private final PostgresCatalogue catalogue;
    private final Duration fetchLimit;

    PostgresViewRows(
            TransactionOperations<Connection> operations,
            CurrentTransaction transaction,
            ViewSettings settings,
            Duration fetchLimit) {
        this.operations = operations;
        this.fetchLimit = fetchLimit;
        this.transaction = transaction;
        this.statements = new Statements(transaction);
        this.catalogue = new PostgresCatalogue(statements, settings.readableSchemas());
    }

    @Override
    public <T> Optional<T> read(String view, Function<OpenView, T> reader) {
        return operations.execute(
                TransactionDefinition.READ_ONLY, status -> open(view).map(reader));
    }

    /** A probe takes the lock under which the view stays as it is; what was read of it before may be out of date. */
    private Optional<Open> open(String name) {
        try {
            statements.runAll(List.of(
                    "SET LOCAL statement_timeout = " + fetchLimit.toMillis(),
                    "SET LOCAL standard_conforming_strings = on"));
            for (int tried = 0; tried < TRIES; tried++) {
                var place = catalogue.place(name);
                if (place.isEmpty()) {
                    return Optional.empty();
                }
                if (isProbed(name, place.get())) {
                    return catalogue.find(name).map(Open::new);
                }
            }
            return Optional.empty();
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    /** Whether the view is still there. */
    private boolean isProbed(String view, String quoted) {
        try {
            return transaction.inSavepoint(() -> {
                try {
                    statements.run("SELECT * FROM " + quoted + " LIMIT 0");
                    return true;
                } catch (SQLException failure) {
                    throw PostgresErrors.UNKNOWN_TABLE.equals(failure.getSQLState())
                            ? new UncheckedSqlException(failure)
                            : unreadable(view, failure);
                }
            });
        } catch (UncheckedSqlException failure) {
            if (failure.getCause() instanceof SQLException gone
                    && PostgresErrors.UNKNOWN_TABLE.equals(gone.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    static RuntimeException unreadable(String view, SQLException failure) {
        if (PostgresErrors.CANCELLED.equals(failure.getSQLState())) {
            return new ViewRefused(new Reason.TooSlow(view), failure);
        }
        // Nothing is written here: a value beyond its type is one that the view computes, and no row of ours.
        var meaning = StoreFailure.of(failure).filter(StoreFailure::isTemporary).orElse(null);
        return meaning == null || meaning instanceof StoreFailure.ReadOnly
                ? new ViewRefused(new Reason.Unreadable(view), failure)
                : new UncheckedSqlException(failure);
    }

    private final class Open implements OpenView {
        private final Entry entry;

        Open(Entry entry) {
            this.entry = entry;
        }

        @Override
        public View view() {
            return entry.view();
        }

        @Override
        public Rows rows(RowQuery query) {
            var sortedAsText = statements.query(SORTED_AS_TEXT, row -> row.getString(1), entry.oid());
            var sql = new RowSql(DatabaseKind.POSTGRESQL, view(), sortedAsText);
            try {
                var statement = transaction.connection().createStatement();
                statement.setEscapeProcessing(false);
                return new PostgresRows(view(), statement, sql.of(query, view().quoted()));
            } catch (SQLException failure) {
                throw unreadable(view().name(), failure);
            }
        }
    }
}
