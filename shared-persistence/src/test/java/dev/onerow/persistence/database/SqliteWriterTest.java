package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.DefaultTransactionDefinition;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One writer and many readers of an SQLite file, in this process and beside others. */
@OnDatabase(DatabaseKind.SQLITE)
@WithTables("counters")
class SqliteWriterTest {
    private final TestDatabase database;
    private final Transactions transactions;
    private final Counters counters;

    SqliteWriterTest(TestDatabase database) {
        this.database = database;
        database.with("datasources.default.data-source-properties.busy_timeout", "20");
        this.transactions = database.bean(Transactions.class);
        this.counters = new Counters(database);
    }

    @BeforeEach
    void oneCounter() {
        database.sql("DELETE FROM counter_notes");
        database.sql("DELETE FROM counters");
        database.sql("INSERT INTO counters VALUES ('a', 0)");
    }

    @Test
    void keepsNoWriterWaitingForAReader() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);

        InParallel.run(2, thread -> {
            if (thread == 0) {
                transactions.read(() -> {
                    long before = counters.amount("a");
                    reading.countDown();
                    await(written);
                    assertThat(counters.amount("a")).isEqualTo(before);
                    return before;
                });
            } else {
                await(reading);
                transactions.write(() -> counters.add("a", 1));
                written.countDown();
            }
        });

        assertThat(transactions.read(() -> counters.amount("a"))).isEqualTo(1);
    }

    @Test
    void keepsNoReaderWaitingForTheWriter() {
        transactions.write(() -> {
            counters.add("a", 1);
            InParallel.run(
                    1,
                    thread -> assertThat(transactions.read(() -> counters.amount("a")))
                            .isZero());
        });
    }

    @Test
    void letsOtherProcessesWriteAsSoonAsItHasCommitted() throws Exception {
        transactions.write(() -> counters.add("a", 1));

        try (Connection other = impatient();
                Statement statement = other.createStatement()) {
            statement.execute("UPDATE counters SET amount = amount + 1");
        }
        transactions.write(() -> counters.add("a", 1));

        assertThat(database.value("SELECT amount FROM counters")).isEqualTo(3L);
    }

    @Test
    void locksTheDatabaseAtTheFirstStatementOfATransaction() {
        transactions.write(() -> {
            counters.amount("a");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                try (Connection other = impatient();
                        Statement statement = other.createStatement()) {
                    statement.execute("UPDATE counters SET amount = 7");
                }
            });
        });
    }

    @Test
    void triesAgainWhileAnotherProcessWrites() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();

        InParallel.run(2, thread -> {
            if (thread == 0) {
                try (Connection other = impatient();
                        Statement statement = other.createStatement()) {
                    statement.execute("BEGIN IMMEDIATE");
                    locked.countDown();
                    while (tries.get() < 3) {
                        Thread.onSpinWait();
                    }
                    statement.execute("COMMIT");
                }
            } else {
                await(locked);
                transactions.write(() -> {
                    tries.incrementAndGet();
                    counters.add("a", 1);
                });
            }
        });

        assertThat(tries).hasValueGreaterThanOrEqualTo(3);
        assertThat(database.value("SELECT amount FROM counters")).isEqualTo(1L);
    }

    @Test
    void reportsThatItStayedBusy() throws Exception {
        try (Connection other = impatient();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> transactions.write(() -> counters.add("a", 1)))
                    .withMessage("The database stayed busy over 8 tries: SQLITE_BUSY");
        }
        transactions.write(() -> counters.add("a", 1));
    }

    @Test
    void waitsForTheWriterForABoundedTime() {
        try (TestDatabase hurried = database.another(true)) {
            hurried.with("datasources.default.connection-timeout", "300");
            Transactions of = hurried.bean(Transactions.class);
            Runnable use = () -> hurried.bean(CurrentTransaction.class).inSavepoint(() -> true);

            of.write(() -> {
                use.run();
                InParallel.run(
                        1,
                        thread -> assertThatExceptionOfType(StoreUnavailable.class)
                                .isThrownBy(() -> of.write(use)));
            });
            assertThatCode(() -> of.write(use)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesASecondTransactionOfTheThreadThatWrites() {
        @SuppressWarnings("unchecked") // Argument knows no parameters of type parameters
        TransactionOperations<Connection> operations =
                database.context().getBean(Argument.of(TransactionOperations.class, Connection.class));
        DefaultTransactionDefinition requiresNew = new DefaultTransactionDefinition(Propagation.REQUIRES_NEW);

        transactions.write(() -> {
            counters.add("a", 1);
            assertThatThrownBy(() -> operations.execute(requiresNew, status -> {
                        counters.add("a", 1);
                        return true;
                    }))
                    .hasRootCauseMessage("This thread holds the only writer of the SQLite database already:"
                            + " a transaction that writes cannot open a second one");
        });

        assertThat(database.value("SELECT amount FROM counters")).isEqualTo(1L);
    }

    @Test
    void enforcesForeignKeys() {
        assertThatThrownBy(() ->
                        transactions.write(() -> counters.execute("INSERT INTO counter_notes VALUES ('nobody', 1)")))
                .hasRootCauseMessage("[SQLITE_CONSTRAINT_FOREIGNKEY] A foreign key constraint failed"
                        + " (FOREIGN KEY constraint failed)");
    }

    @Test
    void keepsAWriteAheadLog() {
        assertThat(database.value("PRAGMA journal_mode")).isEqualTo("wal");
    }

    @Test
    void keepsWhatUndoesAStatementInMemory() {
        transactions.write(
                () -> assertThat(counters.number("PRAGMA temp_store")).isEqualTo(2));
    }

    @Test
    void survivesATransactionThatTheDatabaseEndedByItself() {
        assertThatThrownBy(() -> transactions.write(() -> {
                    counters.add("a", 1);
                    counters.execute("ROLLBACK"); // as SQLite does of itself when the disk is full
                    throw new IllegalStateException("the failure that came with it");
                }))
                .hasMessage("the failure that came with it");

        transactions.write(() -> counters.add("a", 1));

        assertThat(database.value("SELECT amount FROM counters")).isEqualTo(1L);
    }

    private Connection impatient() throws SQLException {
        return DriverManager.getConnection(database.url() + "?busy_timeout=50");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
