package dev.onerow.persistence.database;

import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import io.micronaut.transaction.impl.DefaultTransactionStatus;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's hand on the transaction that the calling thread is in: its connection, and savepoints in it. Public for
 * the kernel alone. Every method fails with an unchecked exception when there is no transaction.
 */
@Singleton
public final class CurrentTransaction {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentTransaction.class);
    private static final TransactionDefinition SAVEPOINT = new DefaultTransactionDefinition(Propagation.NESTED);

    private final TransactionOperations<Connection> operations;

    CurrentTransaction(TransactionOperations<Connection> operations) {
        this.operations = operations;
    }

    /** The connection of the transaction, the one that Micronaut Data's repositories use too. Not to be closed. */
    public Connection connection() {
        return operations.getConnection();
    }

    /** Dooms the transaction: its work goes on, and at its end it is rolled back without an error. */
    public void rollBackOnly() {
        operations.findTransactionStatus().orElseThrow().setRollbackOnly();
    }

    /** Does something when the outermost transaction has been committed; nothing when it is rolled back. */
    public void afterCommit(Runnable task) {
        operations.findTransactionStatus().orElseThrow().registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    /**
     * Runs work that may fail without failing the transaction: when it throws, everything it did is undone, the
     * exception is passed on, and the transaction can go on. May be nested.
     */
    public <T> T inSavepoint(Supplier<T> work) {
        return nested(status -> work.get());
    }

    private <T> T nested(Function<TransactionStatus<Connection>, T> work) {
        if (operations.findTransactionStatus().isEmpty()) {
            throw new IllegalStateException("There is no transaction to set a savepoint in");
        }
        AtomicReference<@Nullable TransactionStatus<Connection>> inner = new AtomicReference<>();
        boolean kept = false;
        try {
            T result = operations.execute(SAVEPOINT, status -> {
                inner.set(status);
                return work.apply(status);
            });
            kept = !Objects.requireNonNull(inner.get()).isRollbackOnly();
            return result;
        } finally {
            if (!kept) {
                release(inner.get());
            }
        }
    }

    /** Micronaut rolls back to its savepoint but leaves it open, and PostgreSQL gets slower with each that is. */
    private static void release(@Nullable TransactionStatus<Connection> status) {
        if (status instanceof DefaultTransactionStatus<Connection> nested
                && nested.getSavepoint() instanceof Savepoint savepoint) {
            try {
                nested.getConnection().releaseSavepoint(savepoint);
            } catch (SQLException lost) {
                LOG.debug("The savepoint went with its transaction", lost);
            }
        }
    }
}
