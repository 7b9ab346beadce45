package dev.onerow.quality.web;

import dev.onerow.quality.domain.Backfill;
import dev.onerow.quality.domain.BackfillOrder;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.BackfillProgress;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backfill as it is shown: the row, and what a job that has ended amounts to. */
@Serdeable
record BackfillView(
        UUID id,
        String source,
        String state,
        ParamsView params,
        @Nullable CheckpointView checkpoint,
        long seen,
        long scored,
        long unchanged,
        long skipped,
        long failed,
        List<ProblemView> problems,
        long problemCount,
        @Nullable Instant leaseUntil,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long rowVersion,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String problem,
        @Nullable BackfillSummaryView summary) {

    static BackfillView of(Backfill job) {
        return new BackfillView(
                job.id().value(),
                job.order().source().word(),
                job.state().word(),
                ParamsView.of(job.order()),
                job.progress()
                        .map(progress -> CheckpointView.of(job.order(), progress))
                        .orElse(null),
                job.counts().seen(),
                job.counts().scored(),
                job.counts().unchanged(),
                job.counts().skipped(),
                job.counts().failed(),
                job.problems().stream().map(ProblemView::of).toList(),
                job.problemCount(),
                job.leaseUntil().orElse(null),
                job.startedAt().orElse(null),
                job.finishedAt().orElse(null),
                job.rowVersion(),
                job.createdAt(),
                job.updatedAt(),
                job.progress().flatMap(BackfillProgress::failure).orElse(null),
                job.finishedAt().isPresent() ? BackfillSummaryView.of(job) : null);
    }

    @Serdeable
    record ParamsView(
            List<String> collections, @Nullable Long limit, double minConfidence, int batchSize, boolean dryRun) {
        static ParamsView of(BackfillOrder order) {
            return new ParamsView(
                    order.collections(),
                    order.limit().isPresent() ? (Long) order.limit().getAsLong() : null,
                    order.minConfidence(),
                    order.batchSize(),
                    order.dryRun());
        }
    }

    /** Where it goes on: a collection and the place in it, which for a file is its last line. */
    @Serdeable
    record CheckpointView(@Nullable String collection, String place, long taken) {
        static CheckpointView of(BackfillOrder order, BackfillProgress progress) {
            boolean isRead = progress.collection() >= order.collections().size();
            return new CheckpointView(
                    isRead ? null : order.collections().get(progress.collection()), progress.place(), progress.taken());
        }
    }

    @Serdeable
    record ProblemView(@Nullable String id, @Nullable String collection, String reason) {
        static ProblemView of(BackfillProblem problem) {
            return new ProblemView(problem.id(), problem.collection(), problem.reason());
        }
    }
}
