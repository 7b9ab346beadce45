package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations that are stored: facts with their attempts and detections. Writes join the caller's transaction. */
public interface Operations {

    /**
     * Records extractions, in order: each is decided over what is stored of its operation, and where it is written its
     * attempts and its detection replace those stored. Counters are not touched.
     *
     * @return one answer for each, in order
     */
    List<Recorded> record(List<Incoming> extractions, Condition condition);

    /** Deletes an operation with all that belongs to it; counters are not touched. */
    Removal remove(OperationId id, Condition condition);

    Optional<Operation> find(OperationId id);

    /** What is stored of these operations, by their names: the hash of it. Those that are not stored are left out. */
    Map<OperationId, String> contentHashes(Collection<OperationId> ids);

    /** Operations whose facts are meant, newest first, older than the place where the page before ended. */
    List<Operation> newest(FactFilter filter, Place after, int limit);

    /** How many bytes each of these has. */
    List<Long> sizesOfNewest(FactFilter filter, Place after, int limit);

    /** A place in the list of operations. */
    record Place(Instant occurredAt, long id) {
        public static final Place START = new Place(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);
    }

    /**
     * What became of a removal.
     *
     * @param counted what the operation meant to the counters
     */
    record Removal(Kind kind, Optional<CountedFact> counted) {
        /** The words for it. */
        public enum Kind {
            REMOVED,
            MISSING,
            CONDITION_FAILED
        }
    }
}
