package dev.onerow.quality.application;

import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillId;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.Backfills;
import dev.onerow.quality.domain.PointSource;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs a backfill in the calling process, from its order to its end. Servers on the same database leave it alone, and
 * mark it as interrupted when this process is gone. Another order of the same finds what is stored unchanged.
 */
@Singleton
public class AttendBackfill {
    private final Backfills backfills;
    private final RunBackfill runBackfill;
    private final Clock clock;
    private final BackfillSettings settings;

    AttendBackfill(Backfills backfills, RunBackfill runBackfill, Clock clock, BackfillSettings settings) {
        this.backfills = backfills;
        this.runBackfill = runBackfill;
        this.clock = clock;
        this.settings = settings;
    }

    /** A file of this machine: one point or pattern a line. */
    public static PointSources file(Path path) {
        return () -> new FilePoints(new LocalLines(path));
    }

    /**
     * Runs a job to its end, or until it is stopped: then it is cancelled.
     *
     * @param sources opened and closed once, for this job
     * @param pause how long {@code shown} may take
     * @param stop asked between batches
     * @param shown told after each batch
     * @return the job as it ended
     */
    public Backfill attend(
            BackfillOrder order, PointSources sources, Duration pause, BooleanSupplier stop, Consumer<Backfill> shown) {
        Duration lease = settings.lease().plus(pause);
        try (PointSource source = sources.open()) {
            Backfill left = runBackfill.run(take(order, lease), source, lease, stop, shown);
            return left.state().isActive() ? cancel(left) : left;
        }
    }

    private Backfill take(BackfillOrder order, Duration lease) {
        Instant now = clock.instant();
        Optional<Instant> until = Optional.of(now.plus(lease));
        Backfill opened =
                backfills.open(BackfillId.random(), order, true, until).backfill();
        return backfills.change(opened, opened.leased(now, now.plus(lease))).orElseThrow(LostLease::new);
    }

    private Backfill cancel(Backfill left) {
        return backfills
                .change(left, left.cancelled(clock.instant()))
                .or(() -> backfills.find(left.id()))
                .orElse(left);
    }
}
