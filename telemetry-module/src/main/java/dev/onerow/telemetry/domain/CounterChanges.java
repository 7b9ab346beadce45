package dev.onerow.telemetry.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums what the facts of one transaction do to the counters, key by key in the order of locking. Not thread-safe. */
public final class CounterChanges {
    private final SortedMap<CounterKey, CounterChange> byKey = new TreeMap<>();

    /**
     * A fact became another: each may be absent (the fact is new, goes, or is not counted). Same key and same event time
     * move nothing.
     */
    public void add(Optional<CountedFact> before, Optional<CountedFact> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(fact -> byKey.put(fact.key(), of(fact.key()).losing()));
        after.ifPresent(fact -> byKey.put(fact.key(), of(fact.key()).gaining(fact.occurredAt())));
    }

    /** Facts came that are known by their number alone. */
    public void add(CounterKey key, Counter came) {
        byKey.put(key, of(key).gaining(came));
    }

    public SortedMap<CounterKey, CounterChange> byKey() {
        return Collections.unmodifiableSortedMap(byKey);
    }

    /** Whether some key loses a fact; then no merged write will do for any of them, as all are locked in one pass. */
    public boolean takeAway() {
        return byKey.values().stream().anyMatch(CounterChange::takesAway);
    }

    private CounterChange of(CounterKey key) {
        return byKey.getOrDefault(key, CounterChange.NONE);
    }
}
