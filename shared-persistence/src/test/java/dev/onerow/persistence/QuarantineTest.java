package dev.onerow.persistence;

import static dev.onerow.persistence.Outcome.INSERTED;
import static dev.onerow.persistence.Outcome.REJECTED;
import static dev.onerow.persistence.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.readings.ReadingNote;
import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.InParallel;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("readings")
class QuarantineTest {
    private final TestDatabase database;
    private final Store<ReadingState> states;
    private final Store<ReadingNote> notes;

    QuarantineTest(TestDatabase database) {
        this.database = database;
        this.states = database.bean(Stores.class).of(ReadingState.class);
        this.notes = database.bean(Stores.class).of(ReadingNote.class);
    }

    @BeforeEach
    void oneState() {
        database.sql("DELETE FROM reading_notes");
        database.sql("DELETE FROM reading_states");
        states.upsert(ReadingState.of("A", 1, 1.0).numbered("N1"));
    }

    @Test
    void tellsOfEachRejectedRowWhichConstraintOrValueItWas() {
        List<Written<ReadingState>> written = states.quarantining()
                .upsertAll(List.of(
                        ReadingState.of("B", 1, Double.POSITIVE_INFINITY),
                        ReadingState.of("C", 1, 1.0).numbered("N1"),
                        ReadingState.of("D", 1, 1.0)));

        assertThat(written).extracting(Written::outcome).containsExactly(REJECTED, REJECTED, INSERTED);
        assertThat(written.get(0).refusal()).isEqualTo(new Refusal.ByValue("level", "level", "is not a finite number"));
        assertThat(written.get(1).refusal())
                .isInstanceOfSatisfying(
                        Refusal.ByConstraint.class,
                        refusal -> assertThat(refusal.violation().columns()).containsExactly("serial"));
        assertThat(database.count("reading_states")).isEqualTo(2);
    }

    @Test
    void rejectsChildrenWithoutTheirParent() {
        List<Written<ReadingNote>> written = notes.quarantining()
                .upsertAll(List.of(ReadingNote.of("nowhere", 1, "lost"), ReadingNote.of("A", 1, "kept")));

        assertThat(written).extracting(Written::outcome).containsExactly(REJECTED, INSERTED);
        assertThat(written.get(0).refusal())
                .isInstanceOfSatisfying(
                        Refusal.ByConstraint.class,
                        refusal ->
                                assertThat(refusal.violation().kind()).isEqualTo(ConstraintViolation.Kind.FOREIGN_KEY));
    }

    @Test
    void rejectsTheSameRowsTheSecondTime() {
        List<ReadingState> rows = List.of(ReadingState.of("B", 1, 1.0).numbered("N1"), ReadingState.of("C", 1, 1.0));
        states.quarantining().upsertAll(rows);

        assertThat(states.quarantining().upsertAll(rows))
                .extracting(Written::outcome)
                .containsExactly(REJECTED, UNCHANGED);
    }

    @Test
    void rejectsInTheCallersTransactionWithoutEndingIt() {
        Transactions transactions = database.bean(Transactions.class);

        transactions.write(() -> {
            states.quarantining().upsert(ReadingState.of("B", 1, 1.0).numbered("N1"));
            states.upsert(ReadingState.of("C", 1, 1.0));
        });

        assertThat(database.count("reading_states")).isEqualTo(2);
    }

    @Test
    void findsTheGuiltyRowsWhileOthersWrite() {
        InParallel.run(4, thread -> {
            List<ReadingState> rows = IntStream.range(0, 60)
                    .map(i -> thread % 2 == 0 ? i : 59 - i)
                    .mapToObj(i -> ReadingState.of("S" + i, 1, 1.0).numbered(i % 20 == 7 ? "N1" : null))
                    .toList();

            assertThat(Receipt.ofWritten(states.quarantining().upsertAll(rows)).rejected())
                    .isEqualTo(3);
        });

        assertThat(database.count("reading_states")).isEqualTo(58);
    }

    @Test
    void isNothingThatHappensUnasked() {
        assertThatThrownBy(() -> states.upsertAll(List.of(
                        ReadingState.of("B", 1, 1.0),
                        ReadingState.of("C", 1, 1.0).numbered("N1"))))
                .isInstanceOf(ConstraintViolated.class);

        assertThat(database.count("reading_states")).isEqualTo(1);
    }
}
