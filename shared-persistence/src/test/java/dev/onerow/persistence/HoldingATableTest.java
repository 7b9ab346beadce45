package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("readings")
class HoldingATableTest {
    private final Store<ReadingCount> counts;
    private final Transactions transactions;

    HoldingATableTest(TestDatabase database) {
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
        this.transactions = database.bean(Transactions.class);
    }

    @Test
    void keepsOtherWritersOutUntilTheTransactionEndsAndLetsReadersIn() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);

        CompletableFuture<Written<ReadingCount>> other = transactions.write(() -> {
            counts.holdTable();
            CompletableFuture<Written<ReadingCount>> writer = CompletableFuture.supplyAsync(() -> {
                writing.countDown();
                return counts.upsert(ReadingCount.of("A", 1, 1));
            });
            await(writing);
            CompletableFuture<List<ReadingCount>> reader =
                    CompletableFuture.supplyAsync(() -> counts.find(List.of(Key.of("A", 1))));
            assertThat(reader.join()).containsOnlyNulls();
            // The other writer has not ended, whatever time it had: its row is seen by nobody.
            assertThat(writer).isNotDone();
            counts.upsert(ReadingCount.of("A", 1, 5));
            return writer;
        });

        assertThat(other.get().outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(other.get().row().count()).isEqualTo(6);
    }

    @Test
    void isRefusedWithoutATransactionBecauseItWouldNotLast() {
        assertThatIllegalStateException().isThrownBy(counts::holdTable);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
