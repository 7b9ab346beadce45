package dev.onerow.ledger.statements;

import dev.onerow.persistence.DatabaseKind;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Counts the statements that go to the database, and asks the database for the plans of queries. A batch is one, and on
 * SQLite a prepared statement too, however many rows step through it: nothing travels there.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class WatchedStatements implements BeanCreatedEventListener<DataSource> {
    private final DatabaseKind kind;
    private final AtomicLong count = new AtomicLong();
    private final List<String> plans = new ArrayList<>();
    private volatile boolean isExplaining;

    WatchedStatements(DatabaseKind kind) {
        this.kind = kind;
    }

    /** How many statements some work sends. */
    public long countDuring(Runnable work) {
        long before = count.get();
        work.run();
        return count.get() - before;
    }

    /** The plans of the prepared queries of some work, one text each. */
    public List<String> plansDuring(Runnable work) {
        plans.clear();
        isExplaining = true;
        try {
            work.run();
        } finally {
            isExplaining = false;
        }
        return List.copyOf(plans);
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource source = event.getBean();
        return proxy(DataSource.class, (method, arguments) -> {
            Object answer = invoked(source, method, arguments);
            return answer instanceof Connection connection ? watched(connection) : answer;
        });
    }

    private Connection watched(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object answer = invoked(connection, method, arguments);
            if (kind == DatabaseKind.SQLITE && method.getName().equals("unwrap")) {
                count.incrementAndGet(); // The kernel goes to the driver for a statement that it kept
            }
            if (answer instanceof PreparedStatement statement) {
                return watched(connection, statement, String.valueOf(arguments == null ? "" : arguments[0]));
            }
            return answer instanceof Statement statement ? watched(statement) : answer;
        });
    }

    private Statement watched(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            counts(method);
            return invoked(statement, method, arguments);
        });
    }

    private PreparedStatement watched(Connection connection, PreparedStatement statement, String sql) {
        List<Setting> settings = new ArrayList<>();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return proxy(PreparedStatement.class, (method, arguments) -> {
            boolean isExecution = method.getName().startsWith("execute");
            boolean isAnotherStep = isExecution && !isFirst.getAndSet(false) && kind == DatabaseKind.SQLITE;
            if (!isAnotherStep) {
                counts(method);
            }
            if (method.getName().startsWith("set")) {
                settings.add(new Setting(method, arguments));
            } else if (isExplaining && method.getName().equals("executeQuery")) {
                plans.add(plan(connection, sql, settings));
            }
            return invoked(statement, method, arguments);
        });
    }

    private void counts(Method method) {
        if (method.getName().startsWith("execute")) {
            count.incrementAndGet();
        }
    }

    private String plan(Connection connection, String sql, List<Setting> settings) throws Throwable {
        String explain = kind == DatabaseKind.SQLITE ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        int column = kind == DatabaseKind.SQLITE ? 4 : 1;
        try (PreparedStatement statement = connection.prepareStatement(explain + sql)) {
            for (Setting setting : settings) {
                invoked(statement, setting.method(), setting.arguments());
            }
            return lines(statement, column);
        }
    }

    private static String lines(PreparedStatement statement, int column) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lines.append(row.getString(column)).append('\n');
            }
        }
        return lines.toString();
    }

    private static @Nullable Object invoked(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments)));
    }

    private interface Call {
        @Nullable
        Object of(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private record Setting(
            Method method,

            @SuppressWarnings("ArrayRecordComponent") // Handed on as it came, compared by nobody.
            @Nullable
            Object @Nullable [] arguments) {}
}
