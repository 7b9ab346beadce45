package dev.onerow.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("readings")
class StreamedWriteTest {
    private static final int CHUNK = 50;

    private final TestDatabase database;
    private final Store<ReadingCount> counts;
    private final Store<ReadingState> states;

    StreamedWriteTest(TestDatabase database) {
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
    void takesARowOnlyAfterTheChunkBeforeItWasCommitted() {
        Stream<ReadingState> rows = IntStream.range(0, 20 * CHUNK).mapToObj(i -> {
            if (i % CHUNK == 0) {
                assertThat(database.count("reading_states")).isEqualTo(i);
            }
            return state(i);
        });

        Receipt receipt = states.upsertAll(rows, CHUNK);

        assertThat(receipt).isEqualTo(new Receipt(20 * CHUNK, 20 * CHUNK, 0, 0, 0, 0, 0));
    }

    @Test
    void findsEveryRowUnchangedTheSecondTime() {
        states.upsertAll(IntStream.range(0, 200).mapToObj(StreamedWriteTest::state), CHUNK);

        Receipt again = states.upsertAll(IntStream.range(0, 200).mapToObj(StreamedWriteTest::state), CHUNK + 7);

        assertThat(again).isEqualTo(new Receipt(200, 0, 0, 200, 0, 0, 0));
    }

    @Test
    void keepsTheChunksBeforeTheOneThatFails() {
        Stream<ReadingCount> rows =
                IntStream.range(0, 200).mapToObj(i -> ReadingCount.of("S" + i, 200, i == 120 ? 0 : 1));

        assertThatThrownBy(() -> counts.upsertAll(rows, CHUNK)).isInstanceOf(ConstraintViolated.class);

        assertThat(database.count("reading_counts")).isEqualTo(2 * CHUNK);
    }

    @Test
    void goesBackAsAWholeWithTheCallersTransaction() {
        Transactions transactions = database.bean(Transactions.class);
        Stream<ReadingCount> rows =
                IntStream.range(0, 200).mapToObj(i -> ReadingCount.of("S" + i, 200, i == 120 ? 0 : 1));

        assertThatThrownBy(() -> transactions.write(() -> counts.upsertAll(rows, CHUNK)))
                .isInstanceOf(ConstraintViolated.class);

        assertThat(database.count("reading_counts")).isZero();
    }

    @Test
    void countsWhatItRejectsWhereThatIsAskedFor() {
        Receipt receipt = counts.quarantining()
                .upsertAll(
                        IntStream.range(0, 200).mapToObj(i -> ReadingCount.of("S" + i, 200, i % 100 == 20 ? 0 : 1)),
                        CHUNK);

        assertThat(receipt).isEqualTo(new Receipt(200, 198, 0, 0, 0, 0, 2));
        assertThat(database.count("reading_counts")).isEqualTo(198);
    }

    @Test
    void countsRowsThatBringTheirIds() {
        Store<ReadingCount> given = database.bean(Stores.class).withGivenIds(ReadingCount.class);
        given.upsertAll(IntStream.range(0, 20).mapToObj(i -> numbered(900 - i, "S" + i)), CHUNK);

        Receipt receipt = given.upsertAll(IntStream.range(10, 40).mapToObj(i -> numbered(800 - i, "S" + i)), CHUNK);

        assertThat(receipt).isEqualTo(new Receipt(30, 20, 10, 0, 0, 0, 0));
    }

    private static ReadingCount numbered(long id, String station) {
        return new ReadingCount(id, station, 200, "label", 1, null, null, null, 0, null, null);
    }

    @Test
    void addsUpWhenSeveralStreamsMeet() {
        InParallel.run(4, thread -> {
            Receipt receipt = counts.upsertAll(
                    IntStream.range(0, 300)
                            .mapToObj(i -> ReadingCount.of("S" + (thread % 2 == 0 ? i : 299 - i) % 100, 200, 1)),
                    CHUNK);

            assertThat(receipt.received()).isEqualTo(300);
        });

        assertThat(database.value("SELECT CAST(sum(count) AS bigint) FROM reading_counts"))
                .isEqualTo(1_200L);
    }

    @Test
    void refusesAChunkOfNoneOrOfTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> counts.upsertAll(Stream.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> counts.upsertAll(Stream.of(), 100_001));
        assertThat(counts.upsertAll(Stream.of(), 1)).isEqualTo(Receipt.EMPTY);
    }

    private static ReadingState state(int i) {
        return ReadingState.of("S" + i, 1, i / 2.0);
    }
}
