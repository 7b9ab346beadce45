package dev.onerow.quality.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillState;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Condition;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Ends backfills that have not ended. What was checkpointed stays; the batch under way is undone. */
@Singleton
public class CancelBackfill {
    private final Backfills backfills;
    private final Transactions transactions;
    private final Clock clock;

    CancelBackfill(Backfills backfills, Transactions transactions, Clock clock) {
        this.backfills = backfills;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What can become of a cancellation. */
    public enum Cancellation {
        /** It has ended. */
        CANCELLED,
        /** There is no job of this id, or it was cancelled before. */
        MISSING,
        /** It had ended by itself. */
        FINISHED,
        /** The condition of the request does not hold. */
        CONDITION_FAILED
    }

    /** Ends a job if the condition holds. */
    public Cancellation cancel(BackfillId id, Condition condition) {
        // A worker may move the job on between our read and our write: then we look again.
        while (true) {
            Optional<Backfill> found = backfills.find(id);
            if (!condition.holds().test(found.map(Backfill::rowVersion).orElse(null))) {
                return Cancellation.CONDITION_FAILED;
            }
            if (found.isEmpty() || found.get().state() == BackfillState.CANCELLED) {
                return Cancellation.MISSING;
            }
            if (!found.get().state().isActive()) {
                return Cancellation.FINISHED;
            }
            if (cancel(found.get())) {
                return Cancellation.CANCELLED;
            }
        }
    }

    private boolean cancel(Backfill active) {
        return transactions.write(() -> {
            boolean isMine =
                    backfills.change(active, active.cancelled(clock.instant())).isPresent();
            if (isMine) {
                backfills.dropLines(active.id());
            }
            return isMine;
        });
    }
}
