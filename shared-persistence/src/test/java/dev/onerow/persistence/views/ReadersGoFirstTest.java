package dev.onerow.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A view is changed while others read it: they never fail and never miss it, the change waits or gives up. */
@OnBothDatabases
class ReadersGoFirstTest {
    private static final int CHANGES = 100;
    private static final NameReader NAMES = sql -> sql.contains("watched") ? Set.of("watched") : Set.of();

    private final DatabaseKind kind;
    private final Views views;
    private final ViewRows viewRows;
    private final Transactions transactions;

    ReadersGoFirstTest(TestDatabase database) {
        this.kind = database.kind();
        this.views = database.bean(Views.class);
        this.viewRows = database.bean(ViewRows.class);
        this.transactions = database.bean(Transactions.class);
    }

    @BeforeEach
    void makeAView() {
        replace("watched", "SELECT 0 AS a");
        replace("onlooker", "SELECT a AS seen FROM watched");
    }

    @Test
    void aPacedReaderSeesEveryStateOfOneHundredChangesAndNoGap() throws Exception {
        var pace = Executors.newScheduledThreadPool(3);
        var failures = Collections.synchronizedList(new ArrayList<Throwable>());
        var reads = Collections.synchronizedList(new ArrayList<String>());
        Stream<Runnable> readings = Stream.of(
                () -> reads.add(firstRow("watched")),
                () -> reads.add(firstRow("onlooker")),
                () -> reads.add("catalogue of " + read(views::all).size()));
        var readers = readings.map(
                        reading -> pace.scheduleWithFixedDelay(noting(failures, reading), 0, 5, TimeUnit.MILLISECONDS))
                .toList();

        int changes = 0;
        while (failures.isEmpty() && (changes < CHANGES || reads.size() < CHANGES)) {
            changes++;
            replace(
                    "watched",
                    changes % 2 == 0 ? "SELECT " + changes + " AS a" : "SELECT 'x' AS b, " + changes + " AS a");
        }
        readers.forEach(reader -> reader.cancel(false));
        pace.shutdown();

        assertThat(pace.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(failures).isEmpty();
        assertThat(reads).contains("catalogue of 2");
        assertThat(reads).doesNotContain("missing", "catalogue of 1", "catalogue of 0");
        assertThat(firstRow("watched")).isEqualTo("[" + changes + "]");
        assertThat(firstRow("onlooker")).isEqualTo("[" + changes + "]");
    }

    @Test
    void aReaderWhoStaysKeepsItsViewAndTheChangeGivesUpNamingTheLock() throws Exception {
        var reading = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var reader = CompletableFuture.supplyAsync(() -> viewRows.read("watched", open -> {
                    try (var rows = open.rows(RowQuery.all())) {
                        reading.countDown();
                        done.await();
                        return rows.next().orElseThrow().values().get(0);
                    } catch (InterruptedException stop) {
                        throw new IllegalStateException(stop);
                    }
                })
                .orElseThrow());
        reading.await();

        switch (kind) {
            case POSTGRESQL -> {
                var busy = catchThrowableOfType(ViewsBusy.class, () -> replace("watched", "SELECT 1 AS b, 2 AS a"));

                assertThat(busy.lock()).isEqualTo("the lock on view watched, whose readers leave no gap");
            }
            // Readers of SQLite have a state of the file of their own.
            case SQLITE -> replace("watched", "SELECT 1 AS b, 2 AS a");
        }
        done.countDown();

        assertThat(reader.get()).isEqualTo(0L);
        assertThat(replace("watched", "SELECT 3 AS a").after().columns()).hasSize(1);
    }

    @Test
    void aChangeThatMeetsAnotherOneWaitsForItsEnd() throws Exception {
        var locked = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> transactions.write(() -> {
            views.lock();
            assertThat(views.find("watched")).isPresent(); // SQLite begins, and locks, with the first statement
            locked.countDown();
            return views.replace("watched", "SELECT 1 AS a, 1 AS first", NAMES);
        }));
        locked.await();

        var second = replace("watched", "SELECT 2 AS a, 2 AS second");
        first.get();

        assertThat(second.before().orElseThrow()).extracting(ViewColumn::name).containsExactly("a", "first");
    }

    private static Runnable noting(List<Throwable> failures, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                failures.add(failure);
            }
        };
    }

    /** The last cell of the first row. */
    private String firstRow(String view) {
        return viewRows.read(view, open -> {
                    try (var rows = open.rows(RowQuery.all())) {
                        var values = rows.next().orElseThrow().values();
                        return values.subList(values.size() - 1, values.size()).toString();
                    }
                })
                .orElse("missing");
    }

    private <T> T read(Supplier<T> work) {
        return transactions.read(work);
    }

    private Replacement replace(String name, String select) {
        Supplier<Replacement> work = () -> {
            views.lock();
            return views.replace(name, select, NAMES);
        };
        return transactions.write(work);
    }
}
