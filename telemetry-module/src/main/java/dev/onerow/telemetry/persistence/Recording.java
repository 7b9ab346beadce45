package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import dev.onerow.telemetry.domain.Attempts;
import dev.onerow.telemetry.domain.Condition;
import dev.onerow.telemetry.domain.CountedFact;
import dev.onerow.telemetry.domain.Extraction;
import dev.onerow.telemetry.domain.Incoming;
import dev.onerow.telemetry.domain.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One recording of some extractions, within one transaction. Used once. */
final class Recording {
    private static final Attempts NO_ATTEMPTS = new Attempts(List.of());

    private final List<Incoming> incoming;
    private final Condition condition;
    private final Map<String, Extraction> byHash = new HashMap<>();

    Recording(List<Incoming> incoming, Condition condition) {
        this.incoming = incoming;
        this.condition = condition;
    }

    List<Recorded> write(Store<ExtractionRow> facts, Parts parts) {
        List<ExtractionRow> rows = new ArrayList<>(incoming.size());
        for (Incoming one : incoming) {
            rows.add(ExtractionRow.of(one));
            byHash.put(nameOf(one.extraction().operationId().value(), one.contentHash()), one.extraction());
        }
        List<Written<ExtractionRow>> written = facts.decideAll(rows, this::decide);
        parts.replace(written.stream()
                .filter(one -> one.outcome().isWrite())
                .map(this::replacement)
                .toList());
        return written.stream().map(this::recorded).toList();
    }

    private Decision<ExtractionRow> decide(@Nullable ExtractionRow stored, ExtractionRow row) {
        if (!condition.permits(stored == null ? null : stored.version())) {
            return Decision.refuse(condition);
        }
        return stored == null ? Decision.write(row) : StoredOperations.decision(stored, row);
    }

    private Parts.Replacement replacement(Written<ExtractionRow> written) {
        return new Parts.Replacement(winner(written.row()), written.outcome() == Outcome.UPDATED);
    }

    /** Of several states of one operation the one that is stored now, which need not be the last. */
    private Extraction winner(ExtractionRow stored) {
        Extraction extraction = byHash.get(nameOf(stored.operationId(), stored.contentHash()));
        if (extraction == null) {
            throw new IllegalStateException("A fact was written that was not handed in");
        }
        return extraction;
    }

    private Recorded recorded(Written<ExtractionRow> written) {
        return new Recorded(
                outcome(written.outcome()),
                counted(written.before()),
                counted(written.stored()),
                written.outcome().isWrite() ? winner(written.row()).attempts() : NO_ATTEMPTS);
    }

    private static Optional<CountedFact> counted(@Nullable ExtractionRow row) {
        return row == null ? Optional.empty() : row.counted();
    }

    private static Recorded.Outcome outcome(Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> Recorded.Outcome.INSERTED;
            case UPDATED -> Recorded.Outcome.UPDATED;
            case UNCHANGED -> Recorded.Outcome.UNCHANGED;
            case STALE -> Recorded.Outcome.STALE;
            case FOLDED -> Recorded.Outcome.FOLDED;
            case REJECTED -> Recorded.Outcome.CONDITION_FAILED;
        };
    }

    private static String nameOf(String operationId, String contentHash) {
        return contentHash + operationId;
    }
}
