package dev.onerow.benchmarks.telemetry;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that telemetry made of the sample by the kernel's stores and nothing else, in the transactions and in
 * the order in which telemetry does. The rows are read back from what the service wrote, so they are the very same.
 */
final class KernelAlone {
    private static final String ROWS = "dev.onerow.telemetry.persistence.";
    private static final int LARGEST = 100_000;

    private final Transactions transactions;
    private final Store<Object> facts;
    private final Store<Object> attempts;
    private final Store<Object> detections;
    private final Store<Counter> counters;

    KernelAlone(Stores stores, Transactions transactions) {
        this.transactions = transactions;
        this.facts = stores.of(row("ExtractionRow"));
        this.attempts = stores.of(row("AttemptRow"));
        this.detections = stores.of(row("DetectionRow"));
        this.counters = stores.of(Counter.class);
    }

    /** The row types are telemetry's own business; that their stores can be had by name is enough to write them. */
    @SuppressWarnings("unchecked") // A store takes what it gave, whatever its type.
    private static Class<Object> row(String name) {
        try {
            return (Class<Object>) Class.forName(ROWS + name);
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    /** All rows of some extractions, which share a transaction. */
    record Chunk(List<Object> facts, List<Object> attempts, List<Object> detections, List<Counter> counters) {}

    /** Reads back what the service stored of these extractions. */
    Chunk stored(int from, int to) {
        List<Key> operations = new ArrayList<>();
        List<Key> positions = new ArrayList<>();
        List<Key> detected = new ArrayList<>();
        for (int number = from; number < to; number++) {
            Key operation = Key.of(Sample.operation(number));
            operations.add(operation);
            for (int position = 1; position <= Sample.attempts(); position++) {
                positions.add(Key.of(Sample.operation(number), position));
            }
            if (Sample.isDetected(number)) {
                detected.add(operation);
            }
        }
        return new Chunk(
                present(facts, operations),
                present(attempts, positions),
                present(detections, detected),
                gains(from, to));
    }

    private static List<Object> present(Store<Object> store, List<Key> keys) {
        List<Object> rows = new ArrayList<>(keys.size());
        for (Object row : store.find(keys)) {
            if (row == null) {
                throw new IllegalStateException("The service has not stored everything");
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Counter> gains(int from, int to) {
        SortedMap<String, Counter> gains = new TreeMap<>();
        IntStream.range(from, to).filter(Sample::isError).forEach(number -> {
            Counter one = Counter.of(number);
            gains.merge(one.host() + " " + one.statusCode(), one, Counter::plus);
        });
        return List.copyOf(gains.values());
    }

    void write(Chunk chunk) {
        transactions.write(() -> {
            facts.decideAll(chunk.facts, (stored, row) -> stored == null ? Decision.write(row) : Decision.keep());
            attempts.upsertAll(chunk.attempts.stream(), LARGEST);
            detections.upsertAll(chunk.detections.stream(), LARGEST);
            counters.upsertAll(chunk.counters.stream(), LARGEST);
        });
    }

    /** What a chunk adds to one counter. */
    @MappedEntity("http_error_summary")
    @KeyedTable(conflictsOn = {"host", "statusCode"})
    record Counter(
            @Id @GeneratedValue @Nullable Long id,
            String host,
            int statusCode,
            @OnConflict(MergeRule.KEEP) String errorType,
            @OnConflict(MergeRule.ADD) long count,
            @OnConflict(MergeRule.LEAST) @Micros Instant firstSeen,
            @OnConflict(MergeRule.GREATEST) @Micros Instant lastSeen,
            @Version long version,
            @DateCreated @Micros @Nullable Instant createdAt,
            @DateUpdated @Micros @Nullable Instant updatedAt) {

        static Counter of(int number) {
            Instant at = Sample.at(number);
            String type = Sample.status(number) / 100 + "xx";
            return new Counter(null, Sample.host(number), Sample.status(number), type, 1, at, at, 0, null, null);
        }

        /** Both, where the other happened later. */
        Counter plus(Counter later) {
            return new Counter(
                    null, host, statusCode, errorType, count + later.count, firstSeen, later.lastSeen, 0, null, null);
        }
    }
}
