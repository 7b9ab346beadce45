package dev.onerow.persistence.kernel;

import dev.onerow.persistence.ConstraintViolated;
import dev.onerow.persistence.ConstraintViolation;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
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
    private final Dialect dialect;
    private final Transactions transactions;
    private final Supplier<Connection> connections;
    private final Clock clock;

    Work(
            Table<T> table,
            DatabaseKind database,
            Transactions transactions,
            Supplier<Connection> connections,
            Clock clock) {
        this.table = table;
        this.dialect = Dialect.of(database);
        this.statements = new Statements<>(table, dialect);
        this.transactions = transactions;
        this.connections = connections;
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

    <R> R writing(InSession<T, R> work) {
        boolean joined = transactions.isActive();
        try {
            return transactions.write(() -> inSession(work));
        } catch (ConstraintViolated e) {
            // While an index is rebuilt concurrently, ON CONFLICT can meet the arbiter's own violation. Once more then.
            if (joined || !isArbiter(e.violation())) {
                throw e;
            }
            return transactions.write(() -> inSession(work));
        }
    }

    void holdingTable() {
        if (!transactions.isActive()) {
            throw new IllegalStateException("A table is held until a transaction ends, and there is none");
        }
        transactions.write(() -> inSession(session -> {
            session.holdTable();
            return true;
        }));
    }

    <R> R reading(InSession<T, R> work) {
        return transactions.read(() -> inSession(work));
    }

    private boolean isArbiter(ConstraintViolation violation) {
        return violation.kind() == ConstraintViolation.Kind.UNIQUE
                && Set.copyOf(violation.columns())
                        .equals(table.key().stream().map(Column::name).collect(Collectors.toSet()));
    }

    private <R> R inSession(InSession<T, R> work) {
        Connection connection = connections.get();
        Session<T> session = new Session<>(
                connection, table, statements, dialect, clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            return work.run(session);
        } catch (SQLException e) {
            throw session.failure(e);
        }
    }
}
