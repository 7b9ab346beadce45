package dev.onerow.persistence.database;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.transaction.TransactionCallback;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@link Transactions} of Micronaut, tried again as long as that can help. */
@Singleton
final class JdbcTransactions implements Transactions {
    private static final TransactionDefinition WRITE = TransactionDefinition.DEFAULT;
    private static final TransactionDefinition READ = TransactionDefinition.READ_ONLY;

    private final TransactionOperations<Connection> operations;
    private final DatabaseKind kind;
    private final @Nullable MeterRegistry meters;

    JdbcTransactions(TransactionOperations<Connection> operations, DatabaseKind kind, @Nullable MeterRegistry meters) {
        this.operations = operations;
        this.kind = kind;
        this.meters = meters;
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return write(WRITE, work);
    }

    /** For tests that need a stricter isolation, to see its failures. */
    <T> T write(TransactionDefinition.Isolation isolation, Supplier<T> work) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(isolation);
        return write(definition, work);
    }

    private <T> T write(TransactionDefinition definition, Supplier<T> work) {
        Optional<? extends TransactionStatus<?>> caller = callers();
        if (caller.isEmpty()) {
            return Tries.writing(meters).run(() -> executed(definition, status -> work.get()));
        }
        if (caller.get().getTransactionDefinition().isReadOnly().orElse(false)) {
            throw new IllegalStateException("A transaction that only reads cannot write");
        }
        return operations.execute(WRITE, status -> work.get());
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (isActive()) {
            return work.get();
        }
        return Tries.reading(meters)
                .run(() -> executed(READ, status -> {
                    oneStateThroughout(status.getConnection());
                    return readingOnly(work);
                }));
    }

    @Override
    public boolean isActive() {
        return callers().isPresent();
    }

    @Override
    public void planAfresh() {
        onPostgresql(connectionToPlanFor(), "DISCARD PLANS");
    }

    /** What failed needs no way back: with its transaction, or its savepoint, the setting goes as well. */
    @Override
    public <T> T plannedForValues(Supplier<T> reads) {
        Connection connection = connectionToPlanFor();
        onPostgresql(connection, "SET LOCAL plan_cache_mode = force_custom_plan");
        T result = reads.get();
        onPostgresql(connection, "SET LOCAL plan_cache_mode TO DEFAULT");
        return result;
    }

    private Connection connectionToPlanFor() {
        if (!isActive()) {
            throw new IllegalStateException("There is no transaction to plan for");
        }
        return operations.getConnection();
    }

    /** Micronaut also has a status where it was told to run without a transaction. */
    private Optional<? extends TransactionStatus<?>> callers() {
        return operations.findTransactionStatus().filter(status -> {
            try {
                return !((Connection) status.getConnection()).getAutoCommit();
            } catch (SQLException closed) {
                return false;
            }
        });
    }

    /** One statement, where the isolation of the definition would cost four. A reader of SQLite has it by itself. */
    private void oneStateThroughout(Connection connection) {
        onPostgresql(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    }

    private void onPostgresql(Connection connection, String sql) {
        if (kind == DatabaseKind.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new UncheckedSqlException(failure);
            }
        }
    }

    /** An attempt to write is a bug of the work, and must not pass for a database that takes no writes. */
    private static <T> T readingOnly(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            if (StoreFailure.of(failure)
                    .filter(StoreFailure.ReadOnly.class::isInstance)
                    .isPresent()) {
                var bug = new IllegalStateException("A transaction that only reads tried to write");
                bug.addSuppressed(failure);
                throw bug;
            }
            throw failure;
        }
    }

    /**
     * When the rollback fails as well, because the connection is gone, Micronaut reports that instead of the reason. What
     * fails without one is the commit, where constraints are judged that are deferred.
     */
    private <T> T executed(TransactionDefinition definition, TransactionCallback<Connection, T> work) {
        AtomicReference<@Nullable RuntimeException> reason = new AtomicReference<>();
        try {
            return operations.execute(definition, status -> {
                try {
                    return work.call(status);
                } catch (RuntimeException failure) {
                    reason.set(failure);
                    throw failure;
                }
            });
        } catch (RuntimeException failure) {
            RuntimeException first = reason.get();
            if (first == null) {
                throw refusedOr(failure);
            }
            if (first.equals(failure)) {
                throw failure;
            }
            first.addSuppressed(failure);
            throw first;
        }
    }

    private static RuntimeException refusedOr(RuntimeException failure) {
        return StoreFailure.of(failure).orElse(null) instanceof StoreFailure.Refused refused
                ? new ConstraintViolated(refused.violation(), failure)
                : failure;
    }
}
