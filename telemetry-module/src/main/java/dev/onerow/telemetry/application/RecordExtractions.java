package dev.onerow.telemetry.application;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.Transactions;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.CounterChanges;
import dev.onerow.telemetry.domain.Counters;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Incoming;
import dev.onerow.telemetry.domain.Operation;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Recorded;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records extractions: facts, attempts, detections and counters in one transaction, so that sending the same again, in
 * whatever order, changes nothing. Thread-safe.
 */
@Singleton
public final class RecordExtractions {
    private final Operations operations;
    private final Counters counters;
    private final Transactions transactions;
    private final RecordingMetrics metrics;

    RecordExtractions(Operations operations, Counters counters, Transactions transactions, RecordingMetrics metrics) {
        this.operations = operations;
        this.counters = counters;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /**
     * What became of one extraction.
     *
     * @param operation all that is stored of its operation now; null when nothing is
     */
    public record Shown(Recorded.Outcome outcome, @Nullable Operation operation) {}

    /** Records one extraction, where the stored row is as the request asks, and shows what is stored now. */
    public Shown recordAndShow(Extraction extraction, Condition condition) {
        RecordingTally tally = new RecordingTally();
        Shown shown = transactions.write(() -> {
            Recorded recorded =
                    write(List.of(extraction), condition, tally.emptied()).get(0);
            return new Shown(
                    recorded.outcome(),
                    operations.find(extraction.operationId()).orElse(null));
        });
        metrics.count(tally);
        return shown;
    }

    /** Records one extraction, where the stored row is as the request asks. */
    public Recorded record(Extraction extraction, Condition condition) {
        return record(List.of(extraction), condition).get(0);
    }

    /**
     * Records extractions in order; those of one operation are decided one after another, and the last one tells what
     * became of it.
     *
     * @return one answer for each, in order
     */
    public List<Recorded> record(List<Extraction> extractions) {
        return record(extractions, Condition.NONE);
    }

    List<Recorded> record(List<Extraction> extractions, Condition condition) {
        RecordingTally tally = new RecordingTally();
        List<Recorded> recorded = transactions.write(() -> write(extractions, condition, tally.emptied()));
        metrics.count(tally);
        return recorded;
    }

    /** Records the chunks of one long input. */
    public Chunks inChunks() {
        return new Chunks();
    }

    private List<Recorded> write(List<Extraction> extractions, Condition condition, RecordingTally tally) {
        List<Incoming> incoming =
                extractions.stream().map(RecordExtractions::hashed).toList();
        List<Recorded> recorded = operations.record(incoming, condition);
        counters.apply(changesOf(recorded));
        tally.add(recorded);
        return recorded;
    }

    private static Incoming hashed(Extraction extraction) {
        return new Incoming(
                extraction, extraction.contentHash(form -> Json.of(form).text()));
    }

    private static CounterChanges changesOf(List<Recorded> recorded) {
        CounterChanges changes = new CounterChanges();
        recorded.stream().filter(Recorded::isWritten).forEach(one -> changes.add(one.before(), one.after()));
        return changes;
    }

    /** One long input: each chunk in a transaction of its own, or all of them in one. Not thread-safe. */
    public final class Chunks {
        private @Nullable RecordingTally ofAll;

        private Chunks() {}

        /** Records one chunk, in the transaction around it or in one of its own. */
        public List<Recorded> record(List<Extraction> chunk) {
            RecordingTally tally = ofAll;
            return tally == null
                    ? RecordExtractions.this.record(chunk)
                    : transactions.write(() -> write(chunk, Condition.NONE, tally));
        }

        /** Does work in one transaction, which the chunks recorded inside of it join. May do it again from the start. */
        public <T> T inOneTransaction(Supplier<T> work) {
            RecordingTally tally = new RecordingTally();
            ofAll = tally;
            try {
                T result = transactions.write(() -> {
                    tally.emptied();
                    return work.get();
                });
                metrics.count(tally);
                return result;
            } finally {
                ofAll = null;
            }
        }
    }
}
