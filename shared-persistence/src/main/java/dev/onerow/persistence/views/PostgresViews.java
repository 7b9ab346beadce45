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

    /** The row as a whole, so that every cell is evaluated: count(*) alone would leave them out. */
    private static final String COUNT = """
            SAVEPOINT counting; SET LOCAL transaction_read_only TO on; SET LOCAL statement_timeout TO %d;
            SELECT count("row of view".*) FROM %s AS "row of view";
            """;

    private static final String END_OF_COUNT = "ROLLBACK TO SAVEPOINT counting; RELEASE SAVEPOINT counting";

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
                statements.run(PostgresReplacing.BEGIN + "; DROP VIEW " + view.quoted() + "; " + PostgresReplacing.END);
                return true;
            } catch (SQLException failure) {
                throw PostgresErrors.refusedOr(
                        failure, new Reason.FixedDependant("something that reads " + view.name()));
            }
        });
    }

    @Override
    public OptionalLong count(View view) {
        try {
            var script = COUNT.formatted(COUNT_LIMIT.toMillis(), view.quoted()) + END_OF_COUNT;
            return OptionalLong.of(
                    statements.script(script, row -> row.getLong(1)).get(0));
        } catch (SQLException failure) {
            return noCount(view, failure);
        }
    }

    private OptionalLong noCount(View view, SQLException failure) {
        if (PostgresErrors.CANCELLED.equals(failure.getSQLState())) {
            goBack(END_OF_COUNT);
            return OptionalLong.empty();
        }
        var meaning = StoreFailure.of(failure).orElse(null);
        throw meaning == null || meaning instanceof StoreFailure.ReadOnly
                ? new ViewRefused(new Reason.Unreadable(view.name()), failure)
                : new UncheckedSqlException(failure);
    }

    /** To a savepoint, so that the transaction can go on. */
    private void goBack(String statementsThatDo) {
        try {
            statements.run(statementsThatDo);
        } catch (SQLException lost) {
            throw new UncheckedSqlException(lost);
        }
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
     *
     * @param work opens the savepoint of {@link PostgresReplacing#BEGIN} before it can wait for a lock
     */
    private <T> T givingWay(String view, Supplier<T> work) {
        long begin = System.nanoTime();
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (UncheckedSqlException failure) {
                boolean isLate = System.nanoTime() - begin > LOCK_LIMIT.toNanos() - 1_000_000_000L;
                if (isLate || !isLockTimeout(failure)) {
                    throw busyOr(failure, "the lock on view " + view + ", whose readers leave no gap");
                }
                goBack(PostgresReplacing.GIVE_UP);
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
