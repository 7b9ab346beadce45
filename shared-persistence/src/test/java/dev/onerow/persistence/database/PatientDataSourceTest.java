package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.Relay;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a caller waits for a connection that does not come. */
@OnDatabase(DatabaseKind.POSTGRESQL)
@WithTables("counters")
class PatientDataSourceTest {
    private static final Duration SOON = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int WAIT_OF_THE_POOL_MILLIS = 300;

    private final TestDatabase database;

    PatientDataSourceTest(TestDatabase database) {
        this.database = database;
    }

    @AfterEach
    void stop() {
        database.stop();
    }

    @Test
    void tellsSoonThatTheServerIsAwayAndFindsItAgainWhenItIsBack() {
        try (Relay relay = new Relay(database.url())) {
            database.with("onerow.database.url", relay.url());
            write();
            relay.cut();

            for (int call = 0; call < 3; call++) {
                assertThat(timeOf(() -> assertThatExceptionOfType(StoreUnavailable.class)
                                .isThrownBy(this::write)
                                .withMessageStartingWith("The database is away")))
                        .isLessThan(SOON);
            }

            relay.mend();
            writeOnceItIsFound();
        } finally {
            database.stop();
            database.with("onerow.database.url", database.url());
        }
    }

    @Test
    void waitsFourTimesAsLongWhileAConnectionIsInUse() throws Exception {
        withOneConnection();

        holding(done -> {
            assertThat(timeOf(() ->
                            assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(this::write)))
                    .isBetween(Duration.ofMillis(4 * WAIT_OF_THE_POOL_MILLIS), SOON);
            done.countDown();
        });
    }

    @Test
    void takesTheConnectionThatComesBackJustAsThePoolGivesUp() throws Exception {
        try (LateReturn pool = new LateReturn(database.url())) {
            pool.takeTheOnlyConnection();

            try (Connection comeBack = new PatientDataSource(pool).getConnection()) {
                assertThat(comeBack.isValid(1)).isTrue();
            }
        }
    }

    /** A pool of one connection, which is in use until the pool gives up on whoever waits for it. */
    private static final class LateReturn extends HikariDataSource {
        private @Nullable Connection inUse;

        LateReturn(String url) {
            setJdbcUrl(url);
            setMaximumPoolSize(1);
            setConnectionTimeout(WAIT_OF_THE_POOL_MILLIS);
        }

        void takeTheOnlyConnection() throws SQLException {
            inUse = super.getConnection();
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException givenUp) {
                Objects.requireNonNull(inUse).close();
                throw givenUp;
            }
        }
    }

    private void withOneConnection() {
        database.sql("DELETE FROM counters");
        database.with("datasources.default.maximum-pool-size", 1)
                .with("datasources.default.connection-timeout", WAIT_OF_THE_POOL_MILLIS);
    }

    /** The pool looks for the server now and then, so the first callers may still hear that it is away. */
    private void writeOnceItIsFound() {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                write();
                return;
            } catch (StoreUnavailable stillAway) {
                if (Instant.now().isAfter(deadline)) {
                    throw stillAway;
                }
            }
        }
    }

    private void write() {
        Counters counters = new Counters(database);
        database.bean(Transactions.class).write(() -> counters.add("patient", 1));
    }

    private interface Work {
        void run(CountDownLatch done) throws Exception;
    }

    /** Runs work while another thread holds a connection, until the work says that it is done with that. */
    private void holding(Work work) throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Transactions transactions = database.bean(Transactions.class);
        Thread holder = new Thread(() -> transactions.write(() -> {
            held.countDown();
            await(done);
        }));
        holder.start();
        held.await();
        try {
            work.run(done);
        } finally {
            done.countDown();
            holder.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Duration timeOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
