package dev.onerow.quality.application;

import dev.onerow.persistence.Transactions;
import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillProgress;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.Backfills.Line;
import dev.onerow.quality.domain.Backfills.Opened;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Orders backfills. The same id again answers the job that is there, and starts nothing. */
@Singleton
public class StartBackfill {
    private static final int LINES_AT_ONCE = 1_000;
    private static final long BYTES_AT_ONCE = 4L << 20;

    private final Backfills backfills;
    private final BackfillWorkers workers;
    private final Transactions transactions;
    private final Clock clock;
    private final BackfillSettings settings;

    StartBackfill(
            Backfills backfills,
            BackfillWorkers workers,
            Transactions transactions,
            Clock clock,
            BackfillSettings settings) {
        this.backfills = backfills;
        this.workers = workers;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Orders a job over the vector store. */
    public Backfill start(BackfillId id, BackfillOrder order) {
        Backfill backfill = backfills.open(id, order, false, Optional.empty()).backfill();
        workers.wake();
        return backfill;
    }

    /**
     * Orders a job over a file, which is kept until the job has ended. When the file breaks off there is no job, and
     * the same id may be used again. A job that is cancelled while its file comes in stays cancelled.
     */
    public Backfill start(BackfillId id, BackfillOrder order, InputStream file) {
        Opened opened = backfills.open(id, order, false, Optional.of(until()));
        if (!opened.isNew()) {
            return opened.backfill();
        }
        Backfill received;
        try {
            received = receive(opened.backfill(), new FileLines(file));
        } catch (LostLease cancelled) {
            return backfills.find(id).orElseThrow(() -> cancelled);
        } catch (RuntimeException brokenOff) {
            backfills.forget(id);
            throw brokenOff;
        }
        workers.wake();
        return received;
    }

    private Backfill receive(Backfill opened, FileLines file) {
        Backfill job = opened;
        for (List<Line> lines = file.next(LINES_AT_ONCE, BYTES_AT_ONCE);
                !lines.isEmpty();
                lines = file.next(LINES_AT_ONCE, BYTES_AT_ONCE)) {
            job = keep(job, lines);
        }
        return change(
                job,
                job.advanced(BackfillProgress.START, BackfillCounts.NONE, List.of())
                        .released());
    }

    private Backfill keep(Backfill job, List<Line> lines) {
        return transactions.write(() -> {
            backfills.keepLines(job.id(), lines);
            return change(job, job.receiving(until()));
        });
    }

    private Backfill change(Backfill from, Backfill to) {
        return backfills.change(from, to).orElseThrow(LostLease::new);
    }

    private Instant until() {
        return clock.instant().plus(settings.lease());
    }
}
