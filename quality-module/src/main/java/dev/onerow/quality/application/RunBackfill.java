package dev.onerow.quality.application;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PointSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs backfills that wait, each under a lease, so that no two workers run one. */
@Singleton
public class RunBackfill {
    private static final Logger LOG = LoggerFactory.getLogger(RunBackfill.class);

    private final Backfills backfills;
    private final PatternScores scores;
    private final Transactions transactions;
    private final PointSources qdrant;
    private final Moments moments;
    private final Clock clock;
    private final BackfillSettings settings;

    RunBackfill(
            Backfills backfills,
            PatternScores scores,
            Transactions transactions,
            PointSources qdrant,
            Moments moments,
            Clock clock,
            BackfillSettings settings) {
        this.backfills = backfills;
        this.scores = scores;
        this.transactions = transactions;
        this.qdrant = qdrant;
        this.moments = moments;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Takes the job, when it may be taken, and runs it to its end or until it is stopped. What a bug breaks off is tried
     * again when the lease has ended, by whoever looks then; after some tries at one place the job has failed.
     *
     * @param waiting the job as it was found
     * @param stop asked between batches
     */
    public void run(Backfill waiting, BooleanSupplier stop) {
        if (waiting.isReceiving()) {
            // The one who sent its file is gone, and nobody else has the rest of it.
            backfills.forget(waiting.id());
        } else if (waiting.isAttended()) {
            backfills.change(
                    waiting,
                    waiting.failed(clock.instant(), BackfillProblem.INTERRUPTED, "The process that ran it is gone"));
        } else {
            take(waiting).ifPresent(taken -> runTaken(taken, stop));
        }
    }

    /**
     * Runs a job that the caller has the lease of.
     *
     * @param source read, and left open
     * @param lease for how long it is taken again with each batch
     * @param stop asked between batches
     * @param shown told after each batch
     * @return the job as it is afterwards, whoever changed it last
     */
    public Backfill run(
            Backfill taken, PointSource source, Duration lease, BooleanSupplier stop, Consumer<Backfill> shown) {
        try {
            return new BackfillRun(backfills, scores, transactions, moments, clock, lease, source, taken)
                    .run(stop, shown);
        } catch (LostLease lost) {
            return backfills.find(taken.id()).orElse(taken);
        }
    }

    private Optional<Backfill> take(Backfill waiting) {
        Instant now = clock.instant();
        return backfills.change(waiting, waiting.leased(now, now.plus(settings.lease())));
    }

    private void runTaken(Backfill taken, BooleanSupplier stop) {
        try (PointSource source = source(taken)) {
            run(taken, source, settings.lease(), stop, job -> {});
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException bug) {
            String reference = UUID.randomUUID().toString();
            LOG.error("Backfill {} broke off, reference {}", taken.id(), reference, bug);
            noteBreak(taken.id(), reference);
        }
    }

    private void noteBreak(BackfillId id, String reference) {
        transactions.write(() -> backfills
                .find(id)
                .filter(job -> job.state().isActive())
                .flatMap(job -> backfills.change(job, job.brokenOff(clock.instant(), reference)))
                .filter(job -> !job.state().isActive())
                .ifPresent(failed -> backfills.dropLines(failed.id())));
    }

    private PointSource source(Backfill backfill) {
        return backfill.order().source() == BackfillSource.QDRANT
                ? qdrant.open()
                : new FilePoints(new UploadedLines(backfills, backfill.id()));
    }
}
