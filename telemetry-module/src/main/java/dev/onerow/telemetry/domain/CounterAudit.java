package dev.onerow.telemetry.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares counters with what follows from the facts, key by key, and sums both sides up in a digest. Remembers what
 * differs, and nothing of the rest. Not thread-safe.
 */
public final class CounterAudit {
    private final List<Difference> differences = new ArrayList<>();
    private final ContentHash expectedDigest = new ContentHash();
    private final ContentHash actualDigest = new ContentHash();
    private long checked;
    private long facts;

    /**
     * A counter that is not what it should be.
     *
     * @param expected null when no fact and no baseline row has the key
     * @param actual null when there is no such counter
     */
    public record Difference(
            String host,
            int statusCode,
            @Nullable Counter expected,
            @Nullable Counter actual) {}

    /**
     * What an audit found.
     *
     * @param checked keys compared
     * @param facts counted facts behind them
     * @param digestExpected SHA-256 over all expected counters; equal to the other one exactly when nothing differs
     */
    public record Finding(
            long checked, long facts, List<Difference> differences, String digestExpected, String digestActual) {}

    /** Compares one key. Keys come in one order, or digests of equal tables would differ. */
    public void compare(
            String host, int statusCode, long factsOfKey, @Nullable Counter expected, @Nullable Counter actual) {
        checked++;
        facts += factsOfKey;
        add(expectedDigest, host, statusCode, expected);
        add(actualDigest, host, statusCode, actual);
        if (expected == null ? actual != null : !expected.equals(actual)) {
            differences.add(new Difference(host, statusCode, expected, actual));
        }
    }

    /** What was found; to be asked once, after the last key. */
    public Finding finding() {
        return new Finding(checked, facts, List.copyOf(differences), expectedDigest.hex(), actualDigest.hex());
    }

    private static void add(ContentHash digest, String host, int statusCode, @Nullable Counter counter) {
        if (counter != null) {
            digest.add(host
                    + '\t'
                    + statusCode
                    + '\t'
                    + counter.count()
                    + '\t'
                    + counter.firstSeen()
                    + '\t'
                    + counter.lastSeen()
                    + '\n');
        }
    }
}
