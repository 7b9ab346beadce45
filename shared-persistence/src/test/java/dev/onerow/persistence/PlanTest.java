package dev.onerow.persistence;

import static dev.onerow.persistence.Outcome.FOLDED;
import static dev.onerow.persistence.Outcome.INSERTED;
import static dev.onerow.persistence.Outcome.REJECTED;
import static dev.onerow.persistence.Outcome.STALE;
import static dev.onerow.persistence.Outcome.UNCHANGED;
import static dev.onerow.persistence.Outcome.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.readings.ReadingState;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("readings")
class PlanTest {
    private static final List<ReadingState> ROWS = List.of(
            ReadingState.of("A", 5, 1.0),
            ReadingState.of("B", 4, 1.0),
            ReadingState.of("C", 5, 1.0),
            ReadingState.of("D", 5, 1.0),
            ReadingState.of("C", 6, 2.0));
    private static final Decider<ReadingState> ONLY_KNOWN = (stored, incoming) -> stored == null
            ? Decision.refuse("unknown")
            : stored.revision() > incoming.revision() ? Decision.stale() : Decision.write(incoming);

    private final TestDatabase database;
    private final Store<ReadingState> states;

    PlanTest(TestDatabase database) {
        this.database = database;
        this.states = database.bean(Stores.class).of(ReadingState.class);
    }

    @BeforeEach
    void threeStates() {
        database.sql("DELETE FROM reading_states");
        states.upsertAll(
                List.of(ReadingState.of("A", 5, 1.0), ReadingState.of("B", 5, 1.0), ReadingState.of("C", 5, 1.0)));
    }

    @Test
    void saysWhatAMergedWriteThenDoes() {
        List<String> before = database.state("reading_states");

        Plan<ReadingState> plan = states.plan(ROWS);

        assertThat(outcomes(plan)).containsExactly(UNCHANGED, STALE, FOLDED, INSERTED, UPDATED);
        assertThat(outcomes(states.plan(ROWS))).isEqualTo(outcomes(plan));
        assertThat(database.state("reading_states")).isEqualTo(before);
        List<Written<ReadingState>> written = states.upsertAll(ROWS);
        assertThat(written).extracting(Written::outcome).isEqualTo(outcomes(plan));
        assertThat(Receipt.ofWritten(written)).isEqualTo(plan.receipt());
    }

    @Test
    void saysWhatADecidedWriteThenDoes() {
        Plan<ReadingState> plan = states.plan(ROWS, ONLY_KNOWN);

        assertThat(outcomes(plan)).containsExactly(UNCHANGED, STALE, FOLDED, REJECTED, UPDATED);
        assertThat(plan.rows().get(3).written().refusal()).isEqualTo(new Refusal.ByDecision("unknown"));
        assertThat(plan.rows().get(4).changed()).containsExactly("revision", "level");
        assertThat(states.decideAll(ROWS, ONLY_KNOWN))
                .extracting(Written::outcome)
                .isEqualTo(outcomes(plan));
    }

    @Test
    void refusesWhatAWriteWouldRefuse() {
        List<ReadingState> rows = List.of(ReadingState.of("A", 6, Double.NaN), ReadingState.of("D", 1, 1.0));

        assertThatThrownBy(() -> states.plan(rows)).isInstanceOf(InvalidValue.class);
        assertThat(outcomes(states.quarantining().plan(rows))).containsExactly(REJECTED, INSERTED);
        assertThat(outcomes(states.quarantining().plan(rows, ONLY_KNOWN))).containsExactly(REJECTED, REJECTED);
    }

    @Test
    void waitsForNoWriter() {
        database.bean(Transactions.class).write(() -> {
            states.upsertAll(List.of(ReadingState.of("A", 6, 2.0), ReadingState.of("D", 6, 2.0)));

            Plan<ReadingState> plan = CompletableFuture.supplyAsync(() -> states.plan(ROWS))
                    .orTimeout(60, TimeUnit.SECONDS)
                    .join();

            assertThat(outcomes(plan)).containsExactly(UNCHANGED, STALE, FOLDED, INSERTED, UPDATED);
        });
    }

    private static List<Outcome> outcomes(Plan<ReadingState> plan) {
        return plan.rows().stream().map(row -> row.written().outcome()).toList();
    }
}
