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
import dev.onerow.persistence.readings.ReadingNote;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases(postgres = {15, 18})
@WithTables("readings")
class MergedWriteTest {
    private static final Instant EARLY = Instant.parse("2026-03-01T08:00:00.000001Z");
    private static final Instant LATE = Instant.parse("2026-03-01T09:30:00.5Z");

    private final TestDatabase database;
    private final Store<ReadingCount> counts;
    private final Store<ReadingState> states;
    private final Store<ReadingNote> notes;

    MergedWriteTest(TestDatabase database) {
        this.database = database;
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
        this.states = database.bean(Stores.class).of(ReadingState.class);
        this.notes = database.bean(Stores.class).of(ReadingNote.class);
    }

    @BeforeEach
    void empty() {
        database.sql("DELETE FROM reading_notes");
        database.sql("DELETE FROM reading_states");
        database.sql("DELETE FROM reading_counts");
    }

    @Test
    void insertsARowAndTellsWhatTheDatabaseMadeOfIt() {
        Written<ReadingCount> written =
                counts.upsert(ReadingCount.of("OSL", 404, 2).seen(EARLY, LATE));

        assertThat(written.outcome()).isEqualTo(INSERTED);
        assertThat(written.row().id()).isNotNull();
        assertThat(written.row().version()).isEqualTo(1);
        assertThat(written.row().firstSeen()).isEqualTo(EARLY);
        assertThat(written.row().createdAt())
                .isNotNull()
                .isEqualTo(written.row().updatedAt());
        assertThat(database.count("reading_counts")).isEqualTo(1);
    }

    @Test
    void readsTheSameTimesHoweverOftenItIsAsked() {
        Instant first = Instant.parse("0001-01-01T00:00:00.000001Z");
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        counts.upsert(ReadingCount.of("OSL", 404, 2).seen(first, last));
        Key key = counts.keyOf(ReadingCount.of("OSL", 404, 2));

        var read = IntStream.range(0, 12)
                .mapToObj(again -> counts.find(List.of(key)).get(0))
                .toList();

        // PostgreSQL's driver asks for another form of the values once it has prepared the statement.
        assertThat(read).allSatisfy(row -> {
            assertThat(row.firstSeen()).isEqualTo(first);
            assertThat(row.lastSeen()).isEqualTo(last);
        });
    }

    @Test
    void mergesEachColumnByItsRule() {
        ReadingCount first = counts.upsert(ReadingCount.of("OSL", 404, 2)
                        .seen(LATE, null)
                        .labelled("a")
                        .noted("n"))
                .row();

        Written<ReadingCount> second =
                counts.upsert(ReadingCount.of("OSL", 404, 3).seen(EARLY, LATE).labelled("b"));

        assertThat(second.outcome()).isEqualTo(UPDATED);
        assertThat(second.row().id()).isEqualTo(first.id());
        assertThat(second.row().count()).isEqualTo(5);
        assertThat(second.row().label()).isEqualTo("a");
        assertThat(second.row().note()).isEqualTo("n");
        assertThat(second.row().firstSeen()).isEqualTo(EARLY);
        assertThat(second.row().lastSeen()).isEqualTo(LATE);
        assertThat(second.row().version()).isEqualTo(2);
        assertThat(second.row().createdAt()).isEqualTo(first.createdAt());
    }

    @Test
    void writesNothingWhenNothingDiffers() {
        ReadingState first = states.upsert(ReadingState.of("OSL", 1, -0.0).detailed("{\"b\": 1.0, \"a\": [1]}"))
                .row();

        Written<ReadingState> second =
                states.upsert(ReadingState.of("OSL", 1, 0.0).detailed("{\"a\":[1.00],\"b\":1}"));

        assertThat(second.outcome()).isEqualTo(UNCHANGED);
        assertThat(second.row()).isEqualTo(first);
    }

    @Test
    void keepsTheNewerStateAndSaysThatTheOtherIsStale() {
        states.upsert(ReadingState.of("OSL", 7, 1.5));

        Written<ReadingState> older = states.upsert(ReadingState.of("OSL", 6, 9.0));
        Written<ReadingState> equallyOld = states.upsert(ReadingState.of("OSL", 7, null));

        assertThat(older.outcome()).isEqualTo(STALE);
        assertThat(older.row().level()).isEqualTo(1.5);
        assertThat(equallyOld.outcome()).isEqualTo(UPDATED);
        assertThat(equallyOld.row().level()).isNull();
    }

    @Test
    void foldsRowsOfOneKeyIntoTheLastOne() {
        List<Written<ReadingCount>> written = counts.upsertAll(List.of(
                ReadingCount.of("OSL", 404, 1), ReadingCount.of("BGO", 500, 1), ReadingCount.of("OSL", 404, 4)));

        assertThat(written).extracting(Written::outcome).containsExactly(FOLDED, INSERTED, INSERTED);
        assertThat(written.get(0).row()).isEqualTo(written.get(2).row());
        assertThat(written.get(2).row().count()).isEqualTo(5);
        assertThat(Receipt.ofWritten(written)).isEqualTo(new Receipt(3, 2, 0, 0, 0, 1, 0));
    }

    @Test
    void keepsAnAppendOnlyRowAsItWasFirstSaid() {
        states.upsert(ReadingState.of("OSL", 1, null));
        notes.upsert(ReadingNote.of("OSL", 1, "first"));

        Written<ReadingNote> again = notes.upsert(ReadingNote.of("OSL", 1, "second"));

        assertThat(again.outcome()).isEqualTo(UNCHANGED);
        assertThat(again.row().note()).isEqualTo("first");
    }

    @Test
    void keepsTheChildrenOfARowThroughEveryWriteOfIt() {
        states.upsert(ReadingState.of("OSL", 1, null));
        Long child = notes.upsert(ReadingNote.of("OSL", 1, "first")).row().id();

        states.upsertAll(List.of(ReadingState.of("OSL", 2, 3.0), ReadingState.of("OSL", 3, 4.0)));

        assertThat(notes.find(List.of(Key.of("OSL", 1))))
                .first()
                .extracting(ReadingNote::id)
                .isEqualTo(child);
    }

    @Test
    void takesMoreRowsThanOneStatementAndAnswersInInputOrder() {
        List<ReadingCount> rows = IntStream.range(0, 12_345)
                .mapToObj(i -> ReadingCount.of("S" + (i * 7919) % 12_345, 200, i + 1))
                .toList();

        List<Written<ReadingCount>> written = counts.upsertAll(rows);

        assertThat(written).extracting(Written::outcome).containsOnly(INSERTED);
        assertThat(written)
                .extracting(one -> one.row().count())
                .isEqualTo(rows.stream().map(ReadingCount::count).toList());
        assertThat(database.count("reading_counts")).isEqualTo(12_345);
    }

    @Test
    void streamsChunksAndGivesOneReceipt() {
        Receipt receipt =
                counts.upsertAll(IntStream.range(0, 1_000).mapToObj(i -> ReadingCount.of("S" + i % 400, 200, 1)), 100);

        assertThat(receipt.received()).isEqualTo(1_000);
        assertThat(receipt.inserted()).isEqualTo(400);
        assertThat(database.value("SELECT CAST(sum(count) AS bigint) FROM reading_counts"))
                .isEqualTo(1_000L);
    }

    @Test
    void refusesAllRowsWhenAConstraintRefusesOne() {
        List<ReadingCount> rows = List.of(ReadingCount.of("OSL", 404, 1), ReadingCount.of("BGO", 404, 0));

        assertThatThrownBy(() -> counts.upsertAll(rows))
                .isInstanceOfSatisfying(
                        ConstraintViolated.class,
                        refused -> assertThat(refused.violation().kind()).isEqualTo(ConstraintViolation.Kind.CHECK));

        assertThat(database.count("reading_counts")).isZero();
    }

    @Test
    void namesTheOtherUniqueKeyThatRefusesARow() {
        states.upsert(ReadingState.of("OSL", 1, 1.0).numbered("A-1"));

        assertThatThrownBy(() -> states.upsertAll(List.of(
                        ReadingState.of("BGO", 1, 1.0).numbered("B-1"),
                        ReadingState.of("TOS", 1, 1.0).numbered("A-1"))))
                .isInstanceOfSatisfying(ConstraintViolated.class, refused -> {
                    assertThat(refused.violation().kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE);
                    assertThat(refused.violation().table()).isEqualTo("reading_states");
                    assertThat(refused.violation().columns()).containsExactly("serial");
                    if (database.kind() == DatabaseKind.POSTGRESQL) {
                        assertThat(refused.violation().constraint()).isEqualTo("reading_states_serial_key");
                    }
                })
                .hasMessageNotContaining("A-1");

        assertThat(database.count("reading_states")).isEqualTo(1);
    }

    @Test
    void quarantinesTheGuiltyRowsAlone() {
        states.upsert(ReadingState.of("BGO", 1, null).numbered("N1"));
        List<ReadingState> rows = IntStream.range(0, 100)
                .mapToObj(i -> ReadingState.of("S" + i, 1, null).numbered(i == 37 || i == 90 ? "N1" : "X" + i))
                .toList();

        List<Written<ReadingState>> written = states.quarantining().upsertAll(rows);

        assertThat(Receipt.ofWritten(written)).isEqualTo(new Receipt(100, 98, 0, 0, 0, 0, 2));
        assertThat(written.get(37).refusal())
                .isInstanceOfSatisfying(
                        Refusal.ByConstraint.class,
                        refusal -> assertThat(refusal.violation().kind()).isEqualTo(ConstraintViolation.Kind.UNIQUE));
        assertThat(database.count("reading_states")).isEqualTo(99);
    }

    @Test
    void refusesWhatTheDatabasesCannotKeepAlikeBeforeAskingThem() {
        assertThatThrownBy(() -> states.upsert(ReadingState.of("a\u0000b", 1, null)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> states.upsert(ReadingState.of("a\ud800b", 1, null)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> states.upsert(ReadingState.of("OSL", 1, Double.NaN)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.refusal().column()).isEqualTo("level"));
    }

    @Test
    void joinsTheCallersTransactionAndGoesBackWithIt() {
        Transactions transactions = database.bean(Transactions.class);

        assertThatThrownBy(() -> transactions.write(() -> {
                    counts.upsert(ReadingCount.of("OSL", 404, 1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(database.count("reading_counts")).isZero();
    }

    @Test
    void answersWithARowThatTheOneHandedInDoesNotChangeWhileOthersWriteIt() {
        states.upsertAll(List.of(ReadingState.of("OSL", 1, 0.0), ReadingState.of("BGO", 1, 0.0)));

        InParallel.run(3, thread -> {
            List<ReadingState> own =
                    List.of(ReadingState.of("OSL", 1, 1.0 * thread), ReadingState.of("BGO", 1, 1.0 * thread));
            for (int i = 0; i < 300; i++) {
                assertThat(states.upsert(own.get(0)).row().level()).isEqualTo(1.0 * thread);
                assertThat(states.upsertAll(own))
                        .allSatisfy(written -> assertThat(written.row().level()).isEqualTo(1.0 * thread));
            }
        });
    }

    @Test
    void believesTheDatabaseThatTwoTextsAreEqual() {
        assumeTrue(database.kind() == DatabaseKind.POSTGRESQL, "SQLite compares a STRICT column by its bytes");
        try (TestDatabase own = database.another(true)) {
            own.runScript("readings");
            own.run(List.of(
                    "CREATE COLLATION careless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                    "ALTER TABLE reading_states ALTER COLUMN serial TYPE text COLLATE careless"));
            Store<ReadingState> careless = own.bean(Stores.class).of(ReadingState.class);
            careless.upsert(ReadingState.of("OSL", 1, null).numbered("N1"));

            Written<ReadingState> again =
                    careless.upsert(ReadingState.of("OSL", 1, null).numbered("n1"));

            assertThat(again.outcome()).isEqualTo(UNCHANGED);
            assertThat(again.row().serial()).isEqualTo("N1");
        }
    }

    @Test
    void refusesASumThatTheColumnDoesNotHold() {
        counts.upsert(ReadingCount.of("OSL", 404, Long.MAX_VALUE));
        ReadingCount oneMore = ReadingCount.of("OSL", 404, 1);

        assertThatThrownBy(() -> counts.upsert(oneMore))
                .isInstanceOfSatisfying(
                        ConstraintViolated.class,
                        refused -> assertThat(refused.violation().kind()).isEqualTo(ConstraintViolation.Kind.OTHER));
        assertThat(counts.quarantining().upsertAll(List.of(oneMore, ReadingCount.of("BGO", 404, 1))))
                .extracting(Written::outcome)
                .containsExactly(REJECTED, INSERTED);
        assertThat(database.value("SELECT count FROM reading_counts WHERE station = 'OSL'"))
                .isEqualTo(Long.MAX_VALUE);
    }
}
