package dev.onerow.persistence;

import static dev.onerow.persistence.Outcome.FOLDED;
import static dev.onerow.persistence.Outcome.INSERTED;
import static dev.onerow.persistence.Outcome.REJECTED;
import static dev.onerow.persistence.Outcome.STALE;
import static dev.onerow.persistence.Outcome.UNCHANGED;
import static dev.onerow.persistence.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
class DecidedWriteTest {
    private static final Decider<ReadingCount> OVERWRITE = (stored, incoming) -> Decision.write(incoming);

    private final TestDatabase database;
    private final Store<ReadingCount> counts;
    private final Store<ReadingState> states;

    DecidedWriteTest(TestDatabase database) {
        this.database = database;
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
        this.states = database.bean(Stores.class).of(ReadingState.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM reading_states");
        database.sql("DELETE FROM reading_counts");
    }

    @Test
    void replacesWhatMayChangeAndKeepsWhatMustStay() {
        ReadingCount before =
                counts.upsert(ReadingCount.of("OSL", 404, 9).labelled("a")).row();

        Written<ReadingCount> written =
                counts.decide(ReadingCount.of("OSL", 404, 4).labelled("b"), OVERWRITE);

        assertThat(written.outcome()).isEqualTo(UPDATED);
        assertThat(written.before()).isEqualTo(before);
        assertThat(written.row().count()).isEqualTo(4);
        assertThat(written.row().label()).isEqualTo("a");
        assertThat(written.row().id()).isEqualTo(before.id());
        assertThat(written.row().version()).isEqualTo(2);
    }

    @Test
    void answersEachDecisionWithItsOutcome() {
        counts.upsertAll(List.of(ReadingCount.of("A", 1, 1), ReadingCount.of("B", 1, 1), ReadingCount.of("C", 1, 1)));

        List<Written<ReadingCount>> written = counts.decideAll(
                List.of(
                        ReadingCount.of("A", 1, 5),
                        ReadingCount.of("B", 1, 5),
                        ReadingCount.of("C", 1, 5),
                        ReadingCount.of("D", 1, 5),
                        ReadingCount.of("E", 1, 5)),
                (stored, incoming) -> switch (incoming.station()) {
                    case "A" -> Decision.keep();
                    case "B" -> Decision.stale();
                    case "C" -> Decision.write(stored == null ? incoming : stored);
                    case "D" -> Decision.refuse("no D");
                    default -> Decision.write(incoming);
                });

        assertThat(written)
                .extracting(Written::outcome)
                .containsExactly(UNCHANGED, STALE, UNCHANGED, REJECTED, INSERTED);
        assertThat(written.get(3).refusal()).isEqualTo(new Refusal.ByDecision("no D"));
        assertThat(database.count("reading_counts")).isEqualTo(4);
    }

    @Test
    void passesRowsOfOneKeyOneAfterAnother() {
        List<Long> seen = new ArrayList<>();

        List<Written<ReadingCount>> written = counts.decideAll(
                List.of(ReadingCount.of("A", 1, 1), ReadingCount.of("A", 1, 2), ReadingCount.of("A", 1, 3)),
                (stored, incoming) -> {
                    seen.add(stored == null ? 0L : stored.version());
                    return incoming.count() == 2
                            ? Decision.refuse("even")
                            : Decision.write(
                                    incoming.counting(incoming.count() + (stored == null ? 0 : stored.count())));
                });

        assertThat(written).extracting(Written::outcome).containsExactly(FOLDED, REJECTED, INSERTED);
        assertThat(written.get(2).row().count()).isEqualTo(4);
        assertThat(written.get(2).row().version()).isEqualTo(1);
        assertThat(seen.subList(0, 3)).containsExactly(0L, 1L, 1L);
    }

    @Test
    void writesADecidedRowOnlyUnderItsOwnKey() {
        assertThatThrownBy(() -> counts.decide(
                        ReadingCount.of("A", 1, 1), (stored, incoming) -> Decision.write(ReadingCount.of("B", 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void quarantinesRowsThatAConstraintRefusesOneByOneWithinAKey() {
        states.upsert(ReadingState.of("TAKEN", 1, null).numbered("N1"));

        List<Written<ReadingState>> written = states.quarantining()
                .decideAll(
                        List.of(
                                ReadingState.of("A", 1, 1.0),
                                ReadingState.of("A", 2, 2.0).numbered("N1"),
                                ReadingState.of("B", 1, 3.0)),
                        (stored, incoming) -> Decision.write(incoming));

        assertThat(written).extracting(Written::outcome).containsExactly(INSERTED, REJECTED, INSERTED);
        assertThat(states.find(List.of(Key.of("A"))).get(0))
                .isNotNull()
                .extracting(ReadingState::level)
                .isEqualTo(1.0);
    }

    @Test
    void holdsTheRowFromTheDecisionToTheWrite() throws Exception {
        int threads = 8;
        int rounds = 25;
        counts.upsertAll(List.of(ReadingCount.of("A", 1, 1), ReadingCount.of("B", 1, 1)));
        List<Future<?>> running = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < threads; i++) {
                List<ReadingCount> rows = i % 2 == 0
                        ? List.of(ReadingCount.of("A", 1, 1), ReadingCount.of("B", 1, 1), ReadingCount.of("C", 1, 1))
                        : List.of(ReadingCount.of("C", 1, 1), ReadingCount.of("B", 1, 1), ReadingCount.of("A", 1, 1));
                running.add(pool.submit(() -> IntStream.range(0, rounds)
                        .forEach(round -> counts.decideAll(
                                rows,
                                (stored, incoming) -> Decision.write(
                                        stored == null ? incoming : incoming.counting(stored.count() + 1))))));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        long writes = (long) threads * rounds;
        assertThat(counts.find(List.of(Key.of("A", 1), Key.of("B", 1), Key.of("C", 1))))
                .extracting(row -> row == null ? 0 : row.count())
                .containsExactly(writes + 1, writes + 1, writes);
    }

    @Test
    void losesNoWriteWhenManyDecideOnOneRow() throws Exception {
        int threads = 8;
        int rounds = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> IntStream.range(0, rounds)
                            .forEach(round -> counts.decide(
                                    ReadingCount.of("A", 1, 1),
                                    (stored, incoming) -> Decision.write(
                                            stored == null ? incoming : incoming.counting(stored.count() + 1))))))
                    .toList();
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            pool.shutdown();
        }

        long writes = (long) threads * rounds;
        ReadingCount row = counts.find(List.of(Key.of("A", 1))).get(0);
        assertThat(row).isNotNull();
        assertThat(row.count()).isEqualTo(writes);
        assertThat(row.version()).isEqualTo(writes);
    }

    @Test
    void decidesAgainWhenTheRowMovesBetweenTheDecisionAndTheWrite() {
        counts.upsert(ReadingCount.of("A", 1, 1));
        List<Long> seen = new ArrayList<>();

        Written<ReadingCount> written = counts.decide(ReadingCount.of("A", 1, 0), (stored, incoming) -> {
            seen.add(stored == null ? 0L : stored.count());
            if (seen.size() == 1 && database.kind() == DatabaseKind.POSTGRESQL) {
                CompletableFuture.runAsync(() -> counts.upsert(ReadingCount.of("A", 1, 10)))
                        .join();
            }
            return Decision.write(incoming.counting(stored == null ? 1 : stored.count() + 100));
        });

        switch (database.kind()) {
            case POSTGRESQL -> {
                assertThat(seen).startsWith(1L).endsWith(11L);
                assertThat(written.row().count()).isEqualTo(111);
                assertThat(written.before())
                        .isNotNull()
                        .extracting(ReadingCount::count)
                        .isEqualTo(11L);
            }
            // Nobody else can write between.
            case SQLITE -> assertThat(written.row().count()).isEqualTo(101);
        }
    }

    @Test
    void decidesAgainWhenTheRowGoesAndComesBackBetweenTheDecisionAndTheWrite() {
        assumeTrue(database.kind() == DatabaseKind.POSTGRESQL, "On SQLite nobody else can write between");
        counts.upsert(ReadingCount.of("A", 1, 1));
        List<Long> seen = new ArrayList<>();

        Written<ReadingCount> written = counts.decide(ReadingCount.of("A", 1, 0), (stored, incoming) -> {
            seen.add(stored == null ? 0L : stored.count());
            if (seen.size() == 1) {
                CompletableFuture.runAsync(() -> {
                            counts.delete(Key.of("A", 1));
                            counts.upsert(ReadingCount.of("A", 1, 10));
                        })
                        .join();
            }
            return Decision.write(incoming.counting(stored == null ? 1 : stored.count() + 100));
        });

        assertThat(seen).startsWith(1L).endsWith(10L);
        assertThat(written.row().count()).isEqualTo(110);
    }

    @Test
    void seesWhatAWriterCommitsWhoCameFirst() throws Exception {
        counts.upsert(ReadingCount.of("A", 1, 1));
        CountDownLatch decided = new CountDownLatch(1);
        Transactions transactions = database.bean(Transactions.class);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<?> other = pool.submit(() -> transactions.write(() -> {
                counts.upsert(ReadingCount.of("A", 1, 10));
                decided.countDown();
            }));
            decided.await();

            Written<ReadingCount> written = counts.decide(
                    ReadingCount.of("A", 1, 0),
                    (stored, incoming) -> Decision.write(incoming.counting(stored == null ? 1 : stored.count() + 100)));
            other.get();

            assertThat(written.row().count()).isEqualTo(111);
        } finally {
            pool.shutdown();
        }
    }
}
