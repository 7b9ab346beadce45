package dev.onerow.persistence.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an SQLite file that becomes a reader or the writer at its first statement.
 *
 * <p>Micronaut Data sets the read-only flag on connections that are open already, which the driver refuses; here it
 * only says where the next statement goes. Transactions are begun and ended by statements of our own while the driver
 * stays in auto-commit mode, for two reasons. A transaction that writes begins with {@code BEGIN IMMEDIATE}: one that
 * reads first and then writes fails as soon as anybody else has written. And the driver's own {@code commit()} at once
 * begins the next transaction: the writer would stay locked for other processes, and the commit would fail, although
 * it was done, when one of them is quicker.
 *
 * <p>Not thread-safe, like any connection. A statement must not be used across a commit.
 */
final class RoutedConnection implements InvocationHandler {
    private final RoutingDataSource source;
    private boolean readOnly;
    private boolean autoCommit = true;
    private boolean inTransaction;
    private boolean closed;
    private int isolation = Connection.TRANSACTION_SERIALIZABLE;
    private int savepoints;
    private @Nullable Connection physical;

    RoutedConnection(RoutingDataSource source) {
        this.source = source;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object argument = arguments == null || arguments.length == 0 ? null : arguments[0];
        return switch (method.getName()) {
            case "equals" -> proxy == argument;
            case "hashCode" -> System.identityHashCode(this);
            case "toString" -> toString();
            case "isClosed" -> closed;
            case "close" -> {
                close();
                yield null;
            }
            default -> {
                requireOpen();
                yield session(method, argument, arguments);
            }
        };
    }

    private @Nullable Object session(Method method, @Nullable Object argument, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "isReadOnly" -> readOnly;
            case "getAutoCommit" -> autoCommit;
            case "getTransactionIsolation" -> isolation;
            case "setReadOnly" -> {
                setReadOnly((boolean) Objects.requireNonNull(argument));
                yield null;
            }
            case "setAutoCommit" -> {
                setAutoCommit((boolean) Objects.requireNonNull(argument));
                yield null;
            }
            case "setTransactionIsolation" -> {
                // Every level is served: one writer, and readers that each see one state of the file.
                isolation = (int) Objects.requireNonNull(argument);
                yield null;
            }
            case "commit" -> {
                commit();
                yield null;
            }
            case "rollback" -> {
                rollback((Savepoint) argument);
                yield null;
            }
            case "setSavepoint" -> setSavepoint((String) argument);
            case "releaseSavepoint" -> {
                execute("RELEASE " + quoted((Savepoint) Objects.requireNonNull(argument)));
                yield null;
            }
            default -> onPhysical(method, arguments);
        };
    }

    private @Nullable Object onPhysical(Method method, Object @Nullable [] arguments) throws Throwable {
        Connection connection = connection();
        if (!autoCommit && !inTransaction) {
            begin(connection);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNullElse(thrown.getCause(), thrown);
        }
    }

    private Connection connection() throws SQLException {
        if (physical == null) {
            physical = readOnly ? source.reader() : source.writer();
        }
        return physical;
    }

    private void begin(Connection connection) throws SQLException {
        run(connection, readOnly ? "BEGIN" : "BEGIN IMMEDIATE");
        inTransaction = true;
    }

    private void setReadOnly(boolean wanted) throws SQLException {
        if (wanted != readOnly) {
            if (inTransaction) {
                throw new SQLException("A transaction that has begun cannot change between reading and writing");
            }
            release();
            readOnly = wanted;
        }
    }

    private void setAutoCommit(boolean wanted) throws SQLException {
        if (wanted && inTransaction) {
            commit();
        }
        autoCommit = wanted;
    }

    private void commit() throws SQLException {
        requireTransactionMode();
        if (inTransaction && physical != null) {
            run(physical, "COMMIT");
            inTransaction = false;
        }
    }

    private void rollback(@Nullable Savepoint savepoint) throws SQLException {
        requireTransactionMode();
        if (savepoint != null) {
            execute("ROLLBACK TO " + quoted(savepoint));
        } else if (inTransaction && physical != null) {
            rollback(physical);
        }
    }

    private void rollback(Connection connection) throws SQLException {
        try {
            run(connection, "ROLLBACK");
        } catch (SQLException failure) {
            // Out of space or of memory SQLite rolls back by itself, and then there is nothing left to end.
            if (!String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("no transaction is active")) {
                throw failure;
            }
        }
        inTransaction = false;
    }

    private Savepoint setSavepoint(@Nullable String name) throws SQLException {
        requireTransactionMode();
        savepoints++;
        Savepoint savepoint = new NamedSavepoint(savepoints, name == null ? "s" + savepoints : name);
        execute("SAVEPOINT " + quoted(savepoint));
        return savepoint;
    }

    private static String quoted(Savepoint savepoint) throws SQLException {
        return '"' + savepoint.getSavepointName().replace("\"", "\"\"") + '"';
    }

    private void execute(String sql) throws SQLException {
        Connection connection = connection();
        if (!inTransaction) {
            begin(connection);
        }
        run(connection, sql);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void close() throws SQLException {
        if (!closed) {
            closed = true;
            release();
        }
    }

    private void release() throws SQLException {
        Connection connection = physical;
        physical = null;
        if (connection == null) {
            return;
        }
        if (inTransaction) {
            try {
                rollback(connection);
            } catch (SQLException stuck) {
                inTransaction = false;
                discard(connection);
                throw stuck;
            }
        }
        if (readOnly) {
            connection.close();
        } else {
            source.releaseWriter(connection);
        }
    }

    private void discard(Connection connection) throws SQLException {
        if (readOnly) {
            connection.abort(Runnable::run);
        } else {
            source.discardWriter(connection);
        }
    }

    private void requireOpen() throws SQLException {
        if (closed) {
            throw new SQLException("The connection is closed", "08003");
        }
    }

    private void requireTransactionMode() throws SQLException {
        if (autoCommit) {
            throw new SQLException("The connection is in auto-commit mode");
        }
    }

    @Override
    public String toString() {
        return "SQLite " + (readOnly ? "reader" : "writer") + (physical == null ? ", not used yet" : "");
    }

    private record NamedSavepoint(int id, String name) implements Savepoint {
        @Override
        public int getSavepointId() {
            return id;
        }

        @Override
        public String getSavepointName() {
            return name;
        }
    }
}
