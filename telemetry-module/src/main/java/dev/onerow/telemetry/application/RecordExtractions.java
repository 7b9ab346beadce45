package dev.onerow.telemetry.application;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.Transactions;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.CounterChanges;
import dev.onerow.telemetry.domain.Counters;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Incoming;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Recorded;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

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

    private List<Recorded> record(List<Extraction> extractions, Condition condition) {
        List<Incoming> incoming =
                extractions.stream().map(RecordExtractions::hashed).toList();
        List<Recorded> recorded = transactions.write(() -> {
            List<Recorded> answers = operations.record(incoming, condition);
            counters.apply(changesOf(answers));
            return answers;
        });
        metrics.count(recorded);
        return recorded;
    }

    /** Does work in one transaction, which all recording inside of it joins. */
    public <T> T inOneTransaction(Supplier<T> work) {
        return transactions.write(work);
    }

    private static Incoming hashed(Extraction extraction) {
        return new Incoming(
                extraction, extraction.contentHash(form -> Json.of(form).text()));
    }

    private static CounterChanges changesOf(List<Recorded> answers) {
        CounterChanges changes = new CounterChanges();
        answers.stream().filter(Recorded::isWritten).forEach(answer -> changes.add(answer.before(), answer.after()));
        return changes;
    }
}
