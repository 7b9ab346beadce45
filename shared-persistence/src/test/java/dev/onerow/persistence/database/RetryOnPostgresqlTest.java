package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Written;
import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables({"counters", "readings"})
class RetryOnPostgresqlTest {
    private static final int MOST_TRIES = 8;

    private final TestDatabase database;
    private final JdbcTransactions transactions;
    private final Counters counters;

    RetryOnPostgresqlTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.bean(JdbcTransactions.class);
        this.counters = new Counters(database);
    }

    @BeforeEach
    void twoCounters() {
        database.sql("DELETE FROM counters");
        database.sql("INSERT INTO counters VALUES ('a', 0), ('b', 0)");
    }

    @Test
    void losesNoIncrementToSerializationFailures() {
        AtomicInteger tries = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);

        InParallel.run(2, thread -> {
            AtomicInteger own = new AtomicInteger();
            transactions.write(Isolation.REPEATABLE_READ, () -> {
                tries.incrementAndGet();
                long before = counters.amount("a");
                if (own.getAndIncrement() == 0) {
                    await(together);
                }
                counters.execute("UPDATE counters SET amount = ? WHERE name = 'a'", before + 1);
                return before;
            });
        });

        assertThat(database.value("SELECT amount FROM counters WHERE name = 'a'"))
                .isEqualTo(2L);
        assertThat(tries).hasValue(3);
    }

    @Test
    void resolvesADeadlock() {
        AtomicInteger tries = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);

        InParallel.run(2, thread -> {
            AtomicInteger own = new AtomicInteger();
            transactions.write(() -> {
                tries.incrementAndGet();
                counters.add(thread == 0 ? "a" : "b", 1);
                if (own.getAndIncrement() == 0) {
                    await(together);
                }
                counters.add(thread == 0 ? "b" : "a", 1);
            });
        });

        assertThat(database.state("counters")).containsExactly("{amount=2, name=a}", "{amount=2, name=b}");
        // The one that was given up may come back before the other one wakes, and meet it once more.
        assertThat(tries).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void givesUpAfterABoundedNumberOfTriesAndKeepsTheirFailures() {
        AtomicInteger tries = new AtomicInteger();

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> transactions.write(Isolation.REPEATABLE_READ, () -> {
                    tries.incrementAndGet();
                    long before = counters.amount("a");
                    database.sql("UPDATE counters SET amount = amount + 1 WHERE name = 'a'");
                    counters.execute("UPDATE counters SET amount = ? WHERE name = 'a'", before + 100);
                    return before;
                }))
                .withMessage("The database stayed busy over 8 tries: 40001")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(MOST_TRIES - 1));

        assertThat(tries).hasValue(MOST_TRIES);
        assertThat(database.value("SELECT amount FROM counters WHERE name = 'a'"))
                .isEqualTo((long) MOST_TRIES);
    }

    @Test
    void triesAgainWhatAStoreWasGivenUpIn() {
        Store<ReadingCount> counts = database.bean(Stores.class).of(ReadingCount.class);
        ReadingCount row = ReadingCount.of("OSL", 404, 1);
        counts.upsert(row);
        AtomicInteger tries = new AtomicInteger();

        Written<ReadingCount> written = transactions.write(Isolation.REPEATABLE_READ, () -> {
            counts.find(List.of(counts.keyOf(row)));
            if (tries.incrementAndGet() < 3) {
                database.sql("UPDATE reading_counts SET count = count + 1");
            }
            return counts.upsert(row);
        });

        assertThat(tries).hasValue(3);
        assertThat(written.row().count()).isEqualTo(4);
    }

    @Test
    void readsAgainForLongerThanItWritesAgain() {
        AtomicInteger tries = new AtomicInteger();

        int needed = transactions.read(() -> {
            if (tries.incrementAndGet() <= MOST_TRIES) {
                throw new UncheckedSqlException(new SQLException("changed meanwhile", "40001"));
            }
            return tries.get();
        });

        assertThat(needed).isEqualTo(MOST_TRIES + 1);
    }

    @Test
    void countsWhatItRepeats() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        AtomicInteger tries = new AtomicInteger();

        int needed = Tries.writing(meters).run(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new UncheckedSqlException(new SQLException("lost", "40001"));
            }
            return tries.get();
        });

        assertThat(needed).isEqualTo(3);
        assertThat(meters.get("onerow.transactions.repeated")
                        .tag("reason", "40001")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void repeatsNothingWhoseEndIsUnknown() {
        for (String state : List.of("08006", "08003", "40003", "57P01")) {
            AtomicInteger tries = new AtomicInteger();

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> Tries.writing(null).run(() -> {
                        tries.incrementAndGet();
                        throw new UncheckedSqlException(new SQLException("lost between COMMIT and its answer", state));
                    }));

            assertThat(tries).as(state).hasValue(1);
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await(60, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
