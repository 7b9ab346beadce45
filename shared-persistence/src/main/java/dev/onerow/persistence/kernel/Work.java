package dev.onerow.persistence.kernel;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.SingleStatements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Opens sessions for one table: inside the caller's transaction when there is one, else in one of their own. */
final class Work<T> {
    private final Table<T> table;
    private final Statements<T> statements;
    private final KeptStatements kept = new KeptStatements();
    private final Numbering numbering;
    private final DeferredConstraints<T> deferred;
    private final Dialect dialect;
    private final Transactions transactions;
    private final CurrentTransaction transaction;
    private final SingleStatements single;
    private final WriteMetrics metrics;
    private final Clock clock;

    Work(
            Table<T> table,
            DatabaseKind database,
            Transactions transactions,
            CurrentTransaction transaction,
            SingleStatements single,
            WriteMetrics metrics,
            Clock clock) {
        this.table = table;
        this.dialect = Dialect.of(database);
        this.statements = new Statements<>(table, dialect);
        this.numbering = new Numbering(table, kept);
        this.deferred = new DeferredConstraints<>(table, dialect);
        this.transactions = transactions;
        this.transaction = transaction;
        this.single = single;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What is done with a session. */
    interface InSession<T, R> {
        R run(Session<T> session) throws SQLException;
    }

    /** Whether no other writer can come between a read and a write of one transaction. */
    boolean isExclusive() {
        return dialect == Dialect.SQLITE;
    }

    DeferredConstraints<T> deferred() {
        return deferred;
    }

    /** How many rows go with one statement. */
    int rowsPerStatement() {
        return dialect == Dialect.POSTGRESQL ? Transport.ROWS_PER_STATEMENT : 1;
    }

    /** Runs work in the caller's transaction when there is one, else in one of its own. */
    <R> R writing(InSession<T, R> work) {
        return joining(transactions.isActive(), work);
    }

    /** Runs work that writes with one statement at most: in the caller's transaction, else that is one by itself. */
    <R> R writingOnce(InSession<T, R> work) {
        return transactions.isActive()
                ? joining(true, work)
                : arbitrated(false, () -> single.run(connection -> inSession(connection, work)));
    }

    private <R> R joining(boolean joined, InSession<T, R> work) {
        return arbitrated(joined, () -> transactions.write(() -> inSession(transaction.connection(), work)));
    }

    /** Does something when the caller's transaction is committed, and never when it is not; at once when there is none. */
    void whenCommitted(Runnable task) {
        if (transactions.isActive()) {
            transaction.afterCommit(task);
        } else {
            task.run();
        }
    }

    void holdingTable() {
        if (!transactions.isActive()) {
            throw new IllegalStateException("A table is held until a transaction ends, and there is none");
        }
        transactions.write(() -> inSession(transaction.connection(), session -> {
            session.holdTable();
            return true;
        }));
    }

    <R> R reading(InSession<T, R> work) {
        return transactions.read(() -> inSession(transaction.connection(), work));
    }

    /** While an index is rebuilt concurrently, ON CONFLICT can meet the arbiter's own violation. Once more then. */
    private <R> R arbitrated(boolean joined, Supplier<R> write) {
        try {
            return write.get();
        } catch (ConstraintViolated e) {
            if (joined || !isArbiter(e.violation())) {
                throw e;
            }
            return again(write, e);
        }
    }

    private <R> R again(Supplier<R> write, ConstraintViolated first) {
        metrics.repeated();
        try {
            return write.get();
        } catch (RuntimeException e) {
            e.addSuppressed(first);
            throw e;
        }
    }

    private boolean isArbiter(ConstraintViolation violation) {
        return violation.kind() == ConstraintViolation.Kind.UNIQUE
                && Set.copyOf(violation.columns())
                        .equals(table.key().stream().map(Column::name).collect(Collectors.toSet()));
    }

    private <R> R inSession(Connection connection, InSession<T, R> work) {
        Session<T> session = new Session<>(
                new Transport.Line(connection, kept),
                table,
                statements,
                dialect,
                numbering,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return work.run(session);
        } catch (SQLException e) {
            throw session.failure(e);
        }
    }
}
