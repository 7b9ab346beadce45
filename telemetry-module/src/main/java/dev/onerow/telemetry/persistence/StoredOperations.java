package dev.onerow.telemetry.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Deleted;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import dev.onerow.telemetry.domain.Attempt;
import dev.onerow.telemetry.domain.Attempts;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.FactFilter;
import dev.onerow.telemetry.domain.Incoming;
import dev.onerow.telemetry.domain.Operation;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.Operations;
import dev.onerow.telemetry.domain.Recorded;
import dev.onerow.telemetry.domain.StoredDetection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Operations in the tables of facts, attempts and detections. */
@Singleton
final class StoredOperations implements Operations {
    private static final int REMOVAL_TRIES = 100;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Store<ExtractionRow> facts;
    private final Parts parts;
    private final FactReads factReads;
    private final AttemptReads attemptReads;
    private final DetectionReads detectionReads;
    private final Transactions transactions;

    StoredOperations(
            Stores stores,
            Parts parts,
            FactReads factReads,
            AttemptReads attemptReads,
            DetectionReads detectionReads,
            Transactions transactions) {
        this.facts = stores.of(ExtractionRow.class);
        this.parts = parts;
        this.factReads = factReads;
        this.attemptReads = attemptReads;
        this.detectionReads = detectionReads;
        this.transactions = transactions;
    }

    @Override
    public List<Recorded> record(List<Incoming> extractions, Condition condition) {
        return transactions.write(() -> new Recording(extractions, condition).write(facts, parts));
    }

    @Override
    public Removal remove(OperationId id, Condition condition) {
        return transactions.write(() -> {
            for (int i = 0; i < REMOVAL_TRIES; i++) {
                Optional<Removal> removal = tryToRemove(id, condition);
                if (removal.isPresent()) {
                    return removal.get();
                }
            }
            throw new IllegalStateException("An operation changes faster than it can be removed");
        });
    }

    /** What it meant to the counters is known only of the very version that is deleted; another one is looked at again. */
    private Optional<Removal> tryToRemove(OperationId id, Condition condition) {
        Optional<ExtractionRow> stored = factReads.findByOperationId(id.value());
        Long version = stored.map(ExtractionRow::version).orElse(null);
        if (!condition.permits(version)) {
            return Optional.of(new Removal(Removal.Kind.CONDITION_FAILED, Optional.empty()));
        }
        if (stored.isEmpty()) {
            return Optional.of(new Removal(Removal.Kind.MISSING, Optional.empty()));
        }
        return facts.delete(Key.of(id.value()), version) == Deleted.DELETED
                ? Optional.of(new Removal(Removal.Kind.REMOVED, stored.get().counted()))
                : Optional.empty();
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return transactions.read(() -> whole(
                        factReads.findByOperationId(id.value()).stream().toList())
                .stream()
                .findFirst());
    }

    @Override
    public Map<OperationId, String> contentHashes(Collection<OperationId> ids) {
        return transactions.read(() -> {
            Map<OperationId, String> hashes = new HashMap<>();
            factReads
                    .findByOperationIdIn(ids.stream().map(OperationId::value).toList())
                    .forEach(row -> hashes.put(new OperationId(row.operationId()), row.contentHash()));
            return hashes;
        });
    }

    @Override
    public List<Operation> newest(FactFilter filter, Place after, int limit) {
        return transactions.read(() -> whole(newestFacts(filter, after, limit)));
    }

    private List<ExtractionRow> newestFacts(FactFilter filter, Place after, int limit) {
        Instant from = Objects.requireNonNullElse(filter.from(), EARLIEST);
        Instant to = Objects.requireNonNullElse(filter.to(), Place.START.occurredAt());
        String host = filter.host();
        Integer status = filter.httpStatusCode();
        String publisher = filter.publisher();
        Boolean success = filter.isSuccess();
        String method = filter.method();
        return host == null || status == null
                ? factReads.newest(
                        host, status, publisher, success, method, from, to, after.occurredAt(), after.id(), limit)
                : factReads.newestBehind(
                        host, status, publisher, success, method, from, to, after.occurredAt(), after.id(), limit);
    }

    /** The operations of these facts, in two reads however many they are. */
    private List<Operation> whole(List<ExtractionRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> ids = rows.stream().map(ExtractionRow::operationId).toList();
        Map<String, List<Attempt>> attempts = attemptReads.inOrderOf(ids).stream()
                .collect(groupingBy(AttemptRow::operationId, mapping(AttemptRow::attempt, toList())));
        Map<String, StoredDetection> detections = detectionReads.findByOperationIdIn(ids).stream()
                .collect(toMap(DetectionRow::operationId, DetectionRow::stored));
        return rows.stream()
                .map(row -> new Operation(
                        row.fact(),
                        new Attempts(attempts.getOrDefault(row.operationId(), List.of())),
                        detections.get(row.operationId())))
                .toList();
    }

    @Override
    public List<Long> sizesOfNewest(FactFilter filter, Place after, int limit) {
        Instant from = Objects.requireNonNullElse(filter.from(), EARLIEST);
        Instant to = Objects.requireNonNullElse(filter.to(), Place.START.occurredAt());
        String host = filter.host();
        Integer status = filter.httpStatusCode();
        String publisher = filter.publisher();
        Boolean success = filter.isSuccess();
        String method = filter.method();
        return host == null || status == null
                ? factReads.sizesOfNewest(
                        host, status, publisher, success, method, from, to, after.occurredAt(), after.id(), limit)
                : factReads.sizesOfNewestBehind(
                        host, status, publisher, success, method, from, to, after.occurredAt(), after.id(), limit);
    }

    /** What the domain decides, in the words of the kernel. */
    static Decision<ExtractionRow> decision(ExtractionRow stored, ExtractionRow incoming) {
        return switch (stored.state().onIncoming(incoming.state())) {
            case SAME -> Decision.keep();
            case OLDER -> Decision.stale();
            case WRITE -> Decision.write(incoming);
        };
    }
}
