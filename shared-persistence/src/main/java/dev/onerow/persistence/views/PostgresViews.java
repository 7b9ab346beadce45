package dev.onerow.persistence.views;

import dev.onerow.persistence.StoreFailure;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.database.UncheckedSqlException;
import dev.onerow.persistence.views.PostgresCatalogue.Entry;
import dev.onerow.persistence.views.ViewRefused.Reason;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** {@link Views} on PostgreSQL. */
final class PostgresViews implements Views {
    private static final Duration COUNT_LIMIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final String ONE_LOCK = "the lock under which views are changed, one at a time";

    // Any constant will do, as long as nobody else takes advisory locks by it: "onerow_v" in ASCII. The questions to
    // the catalogue are long and their answers short: planned anew each time, most of the time would go there.
    private static final String LOCK = """
            SELECT set_config('lock_timeout', '%d', true), pg_advisory_xact_lock(8029752404741053302),
                   set_config('lock_timeout', '0', true), set_config('plan_cache_mode', 'force_generic_plan', true)
            """.formatted(LOCK_LIMIT.toMillis());

    private static final String READING_FOR_A_WHILE = """
            SELECT set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ?, true)
            """;

    private final CurrentTransaction transaction;
    private final Statements statements;
    private final PostgresCatalogue catalogue;
    private final List<String> schemas;
    private final Duration creationLimit;

    PostgresViews(CurrentTransaction transaction, ViewSettings settings, Duration creationLimit) {
        this.creationLimit = creationLimit;
        this.transaction = transaction;
        this.statements = new Statements(transaction);
        this.schemas = settings.readableSchemas();
        this.catalogue = new PostgresCatalogue(statements, schemas);
    }

    @Override
    public void lock() {
        try {
            statements.query(LOCK, row -> true);
        } catch (UncheckedSqlException failure) {
            throw busyOr(failure, ONE_LOCK);
        }
    }

    @Override
    public Optional<View> find(String name) {
        return catalogue.find(name).map(Entry::view);
    }

    @Override
    public List<View> all() {
        return catalogue.all().stream().map(Entry::view).toList();
    }

    @Override
    public Optional<String> holderOf(String name) {
        return catalogue.holderOf(name);
    }

    @Override
    public List<Dependant> dependantsOf(View view, NameReader names) {
        return closureOf(entry(view)).byDistance();
    }

    @Override
    public Replacement replace(String name, String select, NameReader names) {
        var replacing = new PostgresReplacing(statements, catalogue, schemas, name, select, creationLimit);
        return givingWay(name, replacing::replace);
    }

    @Override
    public void drop(View view) {
        givingWay(view.name(), () -> {
            try {
                statements.query(PostgresReplacing.GIVE_WAY, row -> true);
                statements.run("DROP VIEW " + view.quoted());
                statements.run("SET LOCAL lock_timeout TO DEFAULT");
                return true;
            } catch (SQLException failure) {
                throw PostgresErrors.refusedOr(
                        failure, new Reason.FixedDependant("something that reads " + view.name()));
            }
        });
    }

    @Override
    public OptionalLong count(View view) {
        return transaction.undone(() -> {
            try {
                statements.query(READING_FOR_A_WHILE, row -> true, Long.toString(COUNT_LIMIT.toMillis()));
                return OptionalLong.of(countWhole(view));
            } catch (UncheckedSqlException failure) {
                return noCount(view, failure);
            }
        });
    }

    /** The row as a whole, so that every cell is evaluated: count(*) alone would leave them out. */
    private long countWhole(View view) {
        var count = "SELECT count(\"row of view\".*) FROM " + view.quoted() + " AS \"row of view\"";
        return statements.query(count, row -> row.getLong(1)).get(0);
    }

    private static OptionalLong noCount(View view, UncheckedSqlException failure) {
        var sql = sqlFailure(failure);
        if (PostgresErrors.CANCELLED.equals(sql.getSQLState())) {
            return OptionalLong.empty();
        }
        var meaning = StoreFailure.of(sql).orElse(null);
        throw meaning == null || meaning instanceof StoreFailure.ReadOnly
                ? new ViewRefused(new Reason.Unreadable(view.name()), sql)
                : new UncheckedSqlException(sql);
    }

    @Override
    public OptionalInt serverVersion() {
        try {
            var server = transaction.connection().getMetaData();
            return OptionalInt.of(server.getDatabaseMajorVersion() * 10_000 + server.getDatabaseMinorVersion());
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }

    @Override
    public void undoAtTheEnd() {
        transaction.rollBackOnly();
    }

    private Entry entry(View view) {
        return catalogue
                .find(view.name())
                .orElseThrow(() -> new IllegalStateException("The view is gone: " + view.name()));
    }

    private PostgresClosure closureOf(Entry entry) {
        return new PostgresClosure(entry.oid(), catalogue.dependencies(entry.oid()));
    }

    /**
     * Tries again while readers hold the locks. Each try gives up before the server would look for deadlocks, and so
     * before a reader could be chosen as the one to fail.
     */
    private <T> T givingWay(String view, Supplier<T> work) {
        long begin = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return transaction.inSavepoint(work);
            } catch (UncheckedSqlException failure) {
                boolean isLate = System.nanoTime() - begin > LOCK_LIMIT.toNanos() - 1_000_000_000L;
                if (isLate || !isLockTimeout(failure)) {
                    throw busyOr(failure, "the lock on view " + view + ", whose readers leave no gap");
                }
                pause(tried);
            }
        }
    }

    private static void pause(int tried) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), 20L << Math.min(tried, 5));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ViewsBusy("the lock on a view, interrupted", stop);
        }
    }

    private static RuntimeException busyOr(UncheckedSqlException failure, String lock) {
        return isLockTimeout(failure) ? new ViewsBusy(lock, failure) : failure;
    }

    private static boolean isLockTimeout(UncheckedSqlException failure) {
        return PostgresErrors.LOCK_NOT_AVAILABLE.equals(sqlFailure(failure).getSQLState());
    }

    private static SQLException sqlFailure(UncheckedSqlException failure) {
        return failure.getCause() instanceof SQLException sql ? sql : new SQLException(failure);
    }
}
