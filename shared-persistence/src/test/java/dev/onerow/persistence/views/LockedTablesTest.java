package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A view is made over another one whose table somebody has locked: making it needs no lock on that table, reading it does.
 * SQLite locks no tables.
 */
@OnDatabase(DatabaseKind.POSTGRESQL)
class LockedTablesTest {
    private final Views views;
    private final Transactions transactions;
    private final Statements statements;

    LockedTablesTest(TestDatabase database) {
        this.views = database.bean(Views.class);
        this.transactions = database.bean(Transactions.class);
        this.statements = new Statements(database.bean(CurrentTransaction.class));
        database.sql("CREATE TABLE IF NOT EXISTS public.guarded (a integer)");
    }

    @Test
    void areWaitedForByGivingEverythingUpAndTryingAgain() throws Exception {
        make("over_guarded", "SELECT a FROM guarded");
        var locked = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> transactions.write(() -> holdTable(locked, release)));
        locked.await();
        var tries = new AtomicInteger();

        var rows = transactions.write(() -> {
            if (tries.incrementAndGet() == 2) {
                release.countDown();
            }
            return views.countMade(made("over_that", "SELECT a FROM over_guarded"));
        });
        release.countDown();
        holder.get();

        assertThat(rows).hasValue(0);
        assertThat(tries).hasValueGreaterThanOrEqualTo(2);
        assertThat(transactions.read(() -> views.find("over_that"))).isPresent();
    }

    private boolean holdTable(CountDownLatch locked, CountDownLatch release) {
        try {
            statements.run("LOCK TABLE public.guarded");
            locked.countDown();
            release.await();
            return true;
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void make(String name, String select) {
        assertThat(transactions.write(() -> made(name, select)).name()).isEqualTo(name);
    }

    private View made(String name, String select) {
        views.lock();
        return views.replace(name, select, sql -> Set.of()).after();
    }
}
