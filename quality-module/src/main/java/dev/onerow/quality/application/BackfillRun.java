package dev.onerow.quality.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.BackfillSource;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Intake;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.PointSource;
import dev.onerow.quality.domain.PointSource.Batch;
import dev.onerow.quality.domain.PointSource.MissingCollection;
import dev.onerow.quality.domain.PointSource.SourceFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a backfill by the worker that has the lease, batch by batch. Each batch is stored together with the
 * checkpoint behind it, or not at all. Used once.
 */
final class BackfillRun {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillRun.class);

    private final Backfills backfills;
    private final BatchWriter writer;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration lease;
    private final PointSource source;
    private final Intake intake;
    private final List<String> collections;
    private Backfill job;

    BackfillRun(
            Backfills backfills,
            PatternScores scores,
            Transactions transactions,
            Moments moments,
            Clock clock,
            Duration lease,
            PointSource source,
            Backfill job) {
        this.backfills = backfills;
        this.writer = new BatchWriter(scores, moments, job.order().dryRun());
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
        this.source = source;
        this.job = job;
        this.intake = new Intake(job.order(), job.progressSoFar().taken());
        this.collections = job.order().collections();
    }

    /**
     * Runs until all is read, somebody stops it, or somebody else has the job.
     *
     * @param stop asked between batches; the job then waits for another worker
     * @param shown told after each batch
     * @return the job as this worker left it
     */
    Backfill run(BooleanSupplier stop, Consumer<Backfill> shown) {
        try {
            begin();
            while (!isRead() && !stop.getAsBoolean()) {
                step();
                shown.accept(job);
            }
            return isRead() ? end() : save(job.released());
        } catch (SourceFailure failure) {
            LOG.warn("Backfill {} ends where it is: {} ({})", job.id(), failure.getMessage(), failure.getCause());
            String type = job.progressSoFar().sourceAtStart().isEmpty()
                    ? BackfillProblem.SOURCE_UNAVAILABLE
                    : BackfillProblem.SOURCE_FAILED;
            return finish(job.failed(clock.instant(), type, failure.getMessage()));
        }
    }

    private void begin() {
        BackfillProgress progress = job.progressSoFar();
        if (!intake.isFull() && progress.sourceAtStart().isEmpty()) {
            saveProgress(progress.startingWith(countSource()));
        }
        for (int i = 0; i < Math.min(progress.collection(), collections.size()); i++) {
            replay(i, "");
        }
        boolean mayMeetAgain = collections.size() > 1 || job.order().source() == BackfillSource.FILE;
        if (mayMeetAgain
                && progress.collection() < collections.size()
                && !progress.place().isEmpty()) {
            replay(progress.collection(), progress.place());
        }
    }

    /** The ids of a collection that is read; "" as place means to its end. */
    private void replay(int collection, String until) {
        try {
            source.replay(collections.get(collection), until, point -> {
                intake.replay(point);
                keepLease();
            });
        } catch (MissingCollection missing) {
            // It was noted when it was missed for the first time.
        }
    }

    /** A million points take longer to remember than a lease lasts. */
    private void keepLease() {
        Instant now = clock.instant();
        Instant renewal = now.plus(lease.dividedBy(2));
        if (job.leaseUntil().filter(until -> !until.isAfter(renewal)).isPresent()) {
            save(job.leased(now, now.plus(lease)));
        }
    }

    private boolean isRead() {
        // A file is one collection, the first one named.
        int last = job.order().source() == BackfillSource.FILE ? 1 : collections.size();
        return intake.isFull() || job.progressSoFar().collection() >= last;
    }

    private void step() {
        BackfillProgress progress = job.progressSoFar();
        String collection = collections.get(progress.collection());
        try {
            Batch batch = source.read(collection, progress.place(), job.order().batchSize());
            write(progress, batch);
        } catch (MissingCollection missing) {
            BackfillProblem problem = new BackfillProblem(null, collection, BackfillProblem.MISSING_COLLECTION);
            BackfillProgress next = progress.after(progress.collection() + 1, "", intake.count(), progress.totals());
            save(job.advanced(next, BackfillCounts.NONE, List.of(problem)).leased(clock.instant(), until()));
        }
    }

    private void write(BackfillProgress progress, Batch batch) {
        BatchWriter.Prepared prepared = writer.prepare(batch.points(), intake);
        int next = batch.next().isPresent() ? progress.collection() : progress.collection() + 1;
        Backfill before = job;
        job = transactions.write(() -> {
            BatchWriter.Result result = writer.write(prepared);
            BackfillProgress to =
                    progress.after(next, batch.next().orElse(""), prepared.taken(), result.addedTo(progress.totals()));
            return backfills
                    .change(
                            before,
                            before.advanced(to, result.counts(), result.problems())
                                    .leased(clock.instant(), until()))
                    .orElseThrow(LostLease::new);
        });
    }

    private Backfill end() {
        Instant now = clock.instant();
        boolean wantsNothing = job.order().limit().orElse(1) == 0;
        if (job.counts().seen() == 0 && !wantsNothing) {
            return finish(job.failed(now, BackfillProblem.NO_PATTERNS, "The source has none"));
        }
        if (!wantsNothing) {
            saveProgress(job.progressSoFar().endingWith(countSource()));
        }
        return finish(job.completed(now));
    }

    private Backfill finish(Backfill ended) {
        Backfill before = job;
        job = transactions.write(() -> {
            // The job first: then nobody can take it until its lines are gone, however long they take.
            Backfill changed = backfills.change(before, ended).orElseThrow(LostLease::new);
            backfills.dropLines(before.id());
            return changed;
        });
        return job;
    }

    private void saveProgress(BackfillProgress progress) {
        save(job.advanced(progress, BackfillCounts.NONE, List.of()));
    }

    private Backfill save(Backfill changed) {
        job = backfills.change(job, changed).orElseThrow(LostLease::new);
        return job;
    }

    private long countSource() {
        long points = 0;
        int last = job.order().source() == BackfillSource.FILE ? 1 : collections.size();
        for (String collection : collections.subList(0, last)) {
            try {
                points += source.count(collection);
            } catch (MissingCollection missing) {
                // Counts as empty here; that it is missing is noted when it is to be read.
            }
        }
        return points;
    }

    private Instant until() {
        return clock.instant().plus(lease);
    }
}
