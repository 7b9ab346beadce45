package dev.onerow.telemetry.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares counters with what follows from the facts, key by key, and sums both sides up in a digest. Not thread-safe.
 */
public final class CounterAudit {
    private final List<Difference> differences = new ArrayList<>();
    private final StringBuilder expectedText = new StringBuilder();
    private final StringBuilder actualText = new StringBuilder();
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
        append(expectedText, host, statusCode, expected);
        append(actualText, host, statusCode, actual);
        if (expected == null ? actual != null : !expected.equals(actual)) {
            differences.add(new Difference(host, statusCode, expected, actual));
        }
    }

    public Finding finding() {
        return new Finding(
                checked,
                facts,
                List.copyOf(differences),
                ContentHash.of(expectedText.toString()),
                ContentHash.of(actualText.toString()));
    }

    private static void append(StringBuilder text, String host, int statusCode, @Nullable Counter counter) {
        if (counter != null) {
            text.append(host)
                    .append('\t')
                    .append(statusCode)
                    .append('\t')
                    .append(counter.count())
                    .append('\t');
            text.append(counter.firstSeen())
                    .append('\t')
                    .append(counter.lastSeen())
                    .append('\n');
        }
    }
}
