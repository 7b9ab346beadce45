package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import io.micronaut.data.model.runtime.RuntimePersistentEntity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writers of overlapping rows, in opposite orders and at once. */
@Tag("laws")
@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
class WriterOrderTest {
    private static final int WRITERS = 4;
    private static final int ROUNDS = 20;
    private static final int KEYS = 200;
    private static final int ROUNDS_AT_MOST = 500;

    private final TestDatabase database;
    private final Store<ReadingCount> counts;

    WriterOrderTest(TestDatabase database) {
        this.database = database;
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM reading_counts");
    }

    @Test
    void mergedWritersNeitherBlockEachOtherNorLoseARow() throws Exception {
        double before = repeated();

        atOnce(writer -> {
            for (int round = 0; round < ROUNDS; round++) {
                counts.upsertAll(batch(writer % 2 == 0));
            }
            return null;
        });

        assertThat(total()).isEqualTo((long) WRITERS * ROUNDS * KEYS);
        assertThat(repeated()).isEqualTo(before);
    }

    @Test
    void decidingWritersNeitherBlockEachOtherNorLoseARow() throws Exception {
        double before = repeated();

        atOnce(writer -> {
            for (int round = 0; round < ROUNDS; round++) {
                counts.decideAll(
                        batch(writer % 2 == 0),
                        (stored, incoming) ->
                                Decision.write(incoming.counting(stored == null ? 1 : stored.count() + 1)));
            }
            return null;
        });

        assertThat(total()).isEqualTo((long) WRITERS * ROUNDS * KEYS);
        assertThat(repeated()).isEqualTo(before);
    }

    /** Without this the two tests above would prove nothing: the same writers, each in its own order, do block. */
    @Test
    void writersWithoutTheOrderDoBlockEachOther() throws Exception {
        assumeTrue(database.kind() == DatabaseKind.POSTGRESQL, "SQLite has one writer, so nobody can block another");
        Transactions transactions = database.bean(Transactions.class);
        counts.upsertAll(batch(true));
        double before = repeated();
        CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);

        atOnce(2, writer -> {
            List<Integer> tries = new ArrayList<>();
            transactions.write(() -> {
                tries.add(1);
                List<ReadingCount> rows = List.of(ReadingCount.of("S0", 1, 1), ReadingCount.of("S1", 1, 1));
                counts.upsert(rows.get(writer));
                if (tries.size() == 1) {
                    await(bothHoldTheirFirst);
                }
                counts.upsert(rows.get(1 - writer));
            });
            return null;
        });

        assertThat(repeated()).isGreaterThan(before);
    }

    /** The first test with the order switched off: each of two writers has its own, and they are opposite. */
    @Test
    void mergedBatchesInOppositeOrdersDoBlockEachOther() throws Exception {
        untilTheyBlockEachOther(Store::upsertAll);
    }

    /** The second test with the order switched off. */
    @Test
    void decidedBatchesInOppositeOrdersDoBlockEachOther() throws Exception {
        untilTheyBlockEachOther((store, rows) -> store.decideAll(
                rows,
                (stored, incoming) -> Decision.write(incoming.counting(stored == null ? 1 : stored.count() + 1))));
    }

    private interface Batch {
        void write(Store<ReadingCount> store, List<ReadingCount> rows);
    }

    private void untilTheyBlockEachOther(Batch batch) throws Exception {
        assumeTrue(database.kind() == DatabaseKind.POSTGRESQL, "SQLite has one writer, so nobody can block another");
        List<Store<ReadingCount>> stores = List.of(counts, TestStores.of(database, withReversedKey()));
        List<ReadingCount> rows = IntStream.range(0, KEYS)
                .mapToObj(i -> ReadingCount.of("S" + (1_000 + i), 1_000 - i, 1))
                .toList();
        counts.upsertAll(rows);
        double before = repeated();
        AtomicInteger rounds = new AtomicInteger();
        AtomicBoolean blocked = new AtomicBoolean();
        CyclicBarrier together = new CyclicBarrier(2, () -> blocked.set(repeated() > before));

        atOnce(2, writer -> {
            await(together);
            for (int round = 0; !blocked.get() && round < ROUNDS_AT_MOST; round++) {
                batch.write(stores.get(writer), rows);
                rounds.incrementAndGet();
                await(together);
            }
            return null;
        });

        assertThat(blocked).isTrue();
        assertThat(total()).isEqualTo((1L + rounds.get()) * KEYS);
    }

    private Table<ReadingCount> withReversedKey() {
        RuntimePersistentEntity<ReadingCount> mapping =
                database.bean(RuntimeEntityRegistry.class).getEntity(ReadingCount.class);
        Table<ReadingCount> declared = Declarations.read(mapping);
        List<Column<ReadingCount>> reversed = new ArrayList<>(declared.key());
        Collections.reverse(reversed);
        return new Table<>(
                mapping.getIntrospection(),
                declared.schema(),
                declared.name(),
                declared.columns(),
                reversed,
                List.of());
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ReadingCount> batch(boolean forward) {
        List<ReadingCount> rows = new ArrayList<>(IntStream.range(0, KEYS)
                .mapToObj(i -> ReadingCount.of("S" + i, 1, 1))
                .toList());
        if (!forward) {
            Collections.reverse(rows);
        }
        return rows;
    }

    private long total() {
        return (Long) Objects.requireNonNull(database.value("SELECT CAST(sum(count) AS bigint) FROM reading_counts"));
    }

    private double repeated() {
        return database.bean(MeterRegistry.class).find("onerow.transactions.repeated").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private interface Writer {
        Void write(int number) throws Exception;
    }

    private static void atOnce(Writer writer) throws Exception {
        atOnce(WRITERS, writer);
    }

    private static void atOnce(int writers, Writer writer) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> tasks = IntStream.range(0, writers)
                    .<Callable<Void>>mapToObj(number -> () -> writer.write(number))
                    .toList();
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }
}
