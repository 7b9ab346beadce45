package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.Changes;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.database.CurrentTransaction;
import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
@WithTables("readings")
class WriteMetricsTest {
    private final MeterRegistry meters;
    private final Store<ReadingCount> counts;
    private final Transactions transactions;
    private final CurrentTransaction current;

    WriteMetricsTest(TestDatabase database) {
        this.meters = database.bean(MeterRegistry.class);
        this.counts = database.bean(Stores.class).of(ReadingCount.class);
        this.transactions = database.bean(Transactions.class);
        this.current = database.bean(CurrentTransaction.class);
    }

    @Test
    void countRowsByTableAndOutcomeWhateverTheKindOfWrite() {
        double inserted = rows("inserted");
        double updated = rows("updated");
        double folded = rows("folded");
        double rejected = rows("rejected");

        counts.upsertAll(List.of(row("A", 1), row("A", 2), row("B", 1)));
        counts.upsertAll(Stream.of(row("A", 1), row("C", 1)), 10);
        counts.upsert(row("C", 1));
        counts.decide(row("A", 1), (stored, incoming) -> Decision.refuse("no"));

        assertThat(rows("inserted") - inserted).isEqualTo(3);
        assertThat(rows("updated") - updated).isEqualTo(2);
        assertThat(rows("folded") - folded).isEqualTo(1);
        assertThat(rows("rejected") - rejected).isEqualTo(1);
    }

    @Test
    void countPatchedAndDeletedRowsToo() {
        counts.upsertAll(List.of(row("P", 1), row("Q", 1)));
        double updated = rows("updated");
        double missing = rows("missing");
        double differing = rows("version_differs");
        double deleted = rows("deleted");

        counts.patchAll(List.of(Key.of("P", 1), Key.of("Q", 1), Key.of("Z", 1)), Changes.of("note", "n"));
        counts.delete(Key.of("P", 1), 9L);
        counts.deleteAll(List.of(Key.of("P", 1), Key.of("Q", 1)));

        assertThat(rows("updated") - updated).isEqualTo(2);
        assertThat(rows("missing") - missing).isEqualTo(1);
        assertThat(rows("version_differs") - differing).isEqualTo(1);
        assertThat(rows("deleted") - deleted).isEqualTo(2);
    }

    @Test
    void countWhatIsCommittedAndNothingThatIsRolledBackOrDoneAgain() {
        double inserted = rows("inserted");
        double updated = rows("updated");

        transactions.write(() -> {
            counts.upsert(row("R", 1));
            counts.patchAll(List.of(Key.of("R", 1)), Changes.of("note", "n"));
            current.rollBackOnly();
            return true;
        });
        assertThat(rows("inserted") - inserted).isZero();
        assertThat(rows("updated") - updated).isZero();

        transactions.write(() -> {
            counts.upsertAll(List.of(row("S", 1), row("T", 1)));
            current.inSavepoint(() -> counts.upsert(row("U", 1)));
            assertThat(rows("inserted") - inserted).isZero();
            return true;
        });
        assertThat(rows("inserted") - inserted).isEqualTo(3);
    }

    @Test
    void keepTheSizesOfBatchesAndTheTimeOfEachCall() {
        DistributionSummary sizes =
                meters.get("onerow.store.batch").tag("table", "reading_counts").summary();
        long calls = sizes.count();
        double rows = sizes.totalAmount();
        long timed = timed();

        counts.upsertAll(List.of(row("D", 1), row("E", 1)));
        counts.upsertAll(Stream.of(row("D", 1), row("E", 1), row("F", 1)), 2);

        assertThat(sizes.count() - calls).isEqualTo(3);
        assertThat(sizes.totalAmount() - rows).isEqualTo(5);
        assertThat(timed() - timed).isEqualTo(3);
    }

    @Test
    void nameTablesOutcomesAndReasonsInTheirLabelsAndNeverAKey() {
        counts.upsert(row("Secret", 1));
        counts.delete(Key.of("Secret", 1));

        List<Tag> tags = meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("onerow."))
                .flatMap(id -> id.getTags().stream())
                .toList();

        assertThat(tags).isNotEmpty().extracting(Tag::getKey).containsOnly("table", "outcome", "reason");
        assertThat(tags).extracting(Tag::getValue).doesNotContain("Secret");
    }

    private static ReadingCount row(String station, long count) {
        return ReadingCount.of(station, 1, count);
    }

    private double rows(String outcome) {
        return meters
                .find("onerow.store.rows")
                .tag("table", "reading_counts")
                .tag("outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long timed() {
        return meters.get("onerow.store.write")
                .tag("table", "reading_counts")
                .timer()
                .count();
    }
}
