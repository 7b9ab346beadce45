package dev.onerow.telemetry.domain;

/** The counters of HTTP errors by host and status. */
public interface Counters {

    /** Moves counters, in the transaction in which the facts moved. */
    void apply(CounterChanges changes);

    /** Compares all counters with what follows from facts and baselines, in one snapshot. Writes nothing. */
    CounterAudit.Finding audit();

    /** Makes every counter what follows from facts and baselines; nothing is recorded meanwhile. */
    Rebuilt rebuild();

    /**
     * What a rebuild did.
     *
     * @param checked all keys that have a counter or should have one: the sum of the others
     */
    record Rebuilt(long checked, long inserted, long updated, long unchanged, long deleted) {}
}
