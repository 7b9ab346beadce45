package dev.onerow.quality.persistence;

import dev.onerow.persistence.Decision;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Plan;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Written;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.Storing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One writing of some measurements: what the domain decides about each, in the words of the kernel. Used once, within
 * one transaction.
 */
final class Scorebook {
    private final Condition condition;
    private final Instant now;
    private final List<Incoming> measurements;
    private final List<PatternScoreRow> rows = new ArrayList<>();
    private final Map<UUID, Incoming> byRow = new HashMap<>();

    /** The latest decision about each row: the kernel may ask again after a lost race. */
    private final Map<UUID, Storing> decisions = new HashMap<>();

    /**
     * A book.
     *
     * @param taken ids that no new row can have
     */
    Scorebook(List<Incoming> measurements, Condition condition, Instant now, Set<UUID> taken) {
        this.measurements = measurements;
        this.condition = condition;
        this.now = now;
        for (Incoming measurement : measurements) {
            UUID former = measurement.formerId();
            UUID id =
                    former == null || taken.contains(former) || byRow.containsKey(former) ? UUID.randomUUID() : former;
            PatternScoreRow row = PatternScoreRow.of(id, measurement.measurement());
            rows.add(row);
            byRow.put(row.id(), measurement);
        }
    }

    List<Recorded> write(Store<PatternScoreRow> scores, Store<PatternHistoryRow> history) {
        List<Written<PatternScoreRow>> written = scores.decideAll(rows, this::decide);
        List<PatternHistoryRow> measured = measured(written);
        if (!measured.isEmpty()) {
            history.decideAll(measured, this::decideInHistory);
        }
        return written.stream().map(Scorebook::recorded).toList();
    }

    List<Recorded> rehearse(Store<PatternScoreRow> scores) {
        return scores.plan(rows, this::decide).rows().stream()
                .map(Plan.Planned::written)
                .map(planned -> new Recorded(outcome(planned), null, refusal(planned.refusal())))
                .toList();
    }

    private Decision<PatternScoreRow> decide(@Nullable PatternScoreRow stored, PatternScoreRow row) {
        Incoming measurement = Objects.requireNonNull(byRow.get(row.id()));
        Storing storing = Storing.of(stored == null ? null : stored.standing(), measurement, condition, now);
        decisions.put(row.id(), storing);
        return decision(storing, row);
    }

    private Decision<PatternHistoryRow> decideInHistory(@Nullable PatternHistoryRow stored, PatternHistoryRow row) {
        return decision(
                Storing.inHistory(
                        stored == null ? null : stored.measurement(), row.measurement(), condition.isCorrection()),
                row);
    }

    /** The history has every measurement that said something new, late ones too; folded ones have their own time. */
    private List<PatternHistoryRow> measured(List<Written<PatternScoreRow>> written) {
        List<PatternHistoryRow> measured = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Storing storing = decisions.get(rows.get(i).id());
            boolean isNew = storing == Storing.WRITE || storing == Storing.STALE;
            if (isNew && written.get(i).outcome() != Outcome.REJECTED) {
                measured.add(PatternHistoryRow.of(measurements.get(i).measurement()));
            }
        }
        return measured;
    }

    private static <T> Decision<T> decision(Storing storing, T row) {
        return switch (storing) {
            case WRITE -> Decision.write(row);
            case UNCHANGED -> Decision.keep();
            case STALE -> Decision.stale();
            case CONDITION_FAILED -> Decision.refuse(storing);
        };
    }

    private static Recorded recorded(Written<PatternScoreRow> written) {
        PatternScoreRow stored = written.stored();
        return new Recorded(outcome(written), stored == null ? null : stored.stored(), refusal(written.refusal()));
    }

    private static Recorded.Outcome outcome(Written<PatternScoreRow> written) {
        return switch (written.outcome()) {
            case INSERTED -> Recorded.Outcome.INSERTED;
            case UPDATED -> Recorded.Outcome.UPDATED;
            case UNCHANGED -> Recorded.Outcome.UNCHANGED;
            case STALE -> Recorded.Outcome.STALE;
            case FOLDED -> Recorded.Outcome.FOLDED;
            case REJECTED ->
                written.refusal() instanceof Refusal.ByDecision
                        ? Recorded.Outcome.CONDITION_FAILED
                        : Recorded.Outcome.REFUSED;
        };
    }

    private static @Nullable String refusal(@Nullable Refusal refusal) {
        if (refusal instanceof Refusal.ByValue value) {
            return value.column() + ": " + value.problem();
        }
        if (refusal instanceof Refusal.ByConstraint constraint) {
            return "refused by the constraint " + constraint.violation().constraint() + " of "
                    + constraint.violation().columns();
        }
        return null;
    }
}
