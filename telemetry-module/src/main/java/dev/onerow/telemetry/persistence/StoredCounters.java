package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.Written;
import dev.onerow.telemetry.domain.Counter;
import dev.onerow.telemetry.domain.CounterAudit;
import dev.onerow.telemetry.domain.CounterChange;
import dev.onerow.telemetry.domain.CounterChanges;
import dev.onerow.telemetry.domain.CounterKey;
import dev.onerow.telemetry.domain.Counters;
import dev.onerow.telemetry.domain.Host;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counters in the table {@code http_error_summary}. */
@Singleton
final class StoredCounters implements Counters {
    private static final int CHUNK = 100_000;

    private final Store<ExtractionRow> facts;
    private final Store<BaselineRow> baselines;
    private final Store<CounterRow> counters;
    private final CounterMaintenance maintenance;
    private final CounterReads reads;
    private final Transactions transactions;
    private final Clock clock;

    StoredCounters(
            Stores stores, CounterMaintenance maintenance, CounterReads reads, Transactions transactions, Clock clock) {
        this.facts = stores.of(ExtractionRow.class);
        this.baselines = stores.of(BaselineRow.class);
        this.counters = stores.of(CounterRow.class);
        this.maintenance = maintenance;
        this.reads = reads;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void apply(CounterChanges changes) {
        if (changes.takeAway()) {
            correct(changes.byKey());
        } else {
            counters.upsertAll(gains(changes.byKey()).stream(), CHUNK);
        }
    }

    private static List<CounterRow> gains(SortedMap<CounterKey, CounterChange> changes) {
        List<CounterRow> rows = new ArrayList<>(changes.size());
        changes.forEach(
                (key, change) -> change.appliedTo(null).ifPresent(counter -> rows.add(CounterRow.of(key, counter))));
        return rows;
    }

    /** Every key is locked in one sorted pass, so that counters that reach nothing can go and times can shrink. */
    private void correct(SortedMap<CounterKey, CounterChange> changes) {
        List<CounterKey> keys = List.copyOf(changes.keySet());
        List<CounterRow> rows = changes.entrySet().stream()
                .map(entry -> CounterRow.of(entry.getKey(), entry.getValue().proposal()))
                .toList();
        List<Written<CounterRow>> written =
                counters.decideAll(rows, (stored, row) -> decide(changeOf(changes, row), stored, row));
        List<Key> gone = new ArrayList<>();
        List<CounterKey> shrunk = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            CounterRow before = written.get(i).before();
            CounterChange change = changes.get(keys.get(i));
            if (before != null && change != null && change.takesAway()) {
                if (change.appliedTo(before.counter()).isEmpty()) {
                    gone.add(counters.keyOf(before));
                } else {
                    shrunk.add(keys.get(i));
                }
            }
        }
        counters.deleteAll(gone);
        takeTimesFromFacts(shrunk);
    }

    /** A counter that is to go is written as it is, which holds its row. */
    private static Decision<CounterRow> decide(CounterChange change, @Nullable CounterRow stored, CounterRow row) {
        Counter after =
                change.appliedTo(stored == null ? null : stored.counter()).orElse(null);
        if (after != null) {
            return Decision.write(CounterRow.of(keyOf(row), after));
        }
        return stored == null ? Decision.keep() : Decision.write(stored);
    }

    private void takeTimesFromFacts(List<CounterKey> keys) {
        if (!keys.isEmpty()) {
            maintenance.takeTimesFromFacts(
                    keys.stream().map(key -> key.host().value()).distinct().toList(),
                    keys.stream()
                            .map(key -> key.host().value() + " " + key.statusCode())
                            .toList(),
                    clock.instant());
        }
    }

    @Override
    public CounterAudit.Finding audit() {
        return transactions.read(() -> {
            CounterAudit audit = new CounterAudit();
            try (Stream<CounterReads.SideBySide> all = reads.sideBySide()) {
                all.forEach(
                        one -> audit.compare(one.host(), one.statusCode(), one.facts(), one.expected(), one.actual()));
            }
            return audit.finding();
        });
    }

    @Override
    public Rebuilt rebuild() {
        return transactions.write(() -> {
            // In the order in which recording writes them, so that neither waits for the other in a circle.
            facts.holdTable();
            baselines.holdTable();
            counters.holdTable();
            long expected = maintenance.countExpected();
            long deleted = maintenance.deleteUnexpected();
            long updated = maintenance.setRight(clock.instant());
            long inserted = maintenance.insertMissing(clock.instant());
            return new Rebuilt(expected + deleted, inserted, updated, expected - inserted - updated, deleted);
        });
    }

    private static CounterChange changeOf(SortedMap<CounterKey, CounterChange> changes, CounterRow row) {
        CounterChange change = changes.get(keyOf(row));
        if (change == null) {
            throw new IllegalStateException("A counter that was not handed in");
        }
        return change;
    }

    private static CounterKey keyOf(CounterRow row) {
        return new CounterKey(new Host(row.host()), row.statusCode());
    }
}
