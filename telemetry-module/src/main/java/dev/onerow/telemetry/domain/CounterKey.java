package dev.onerow.telemetry.domain;

import java.util.Comparator;

/** What errors are counted by. Its order is the one in which counters are locked. */
public record CounterKey(Host host, int statusCode) implements Comparable<CounterKey> {
    private static final Comparator<CounterKey> ORDER =
            Comparator.comparing(CounterKey::host).thenComparingInt(CounterKey::statusCode);

    @Override
    public int compareTo(CounterKey other) {
        return ORDER.compare(this, other);
    }
}
