package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job that scores collections, as it is kept.
 *
 * @param id of the job, made by the client or by the service
 * @param order what it is to do
 * @param isAttended whether the process that started it runs it, so that no other may take it over
 * @param state where it stands
 * @param progress how far it is; empty before anything was read, and while the lines of a file still come in
 * @param counts what became of the points
 * @param problems the first of them
 * @param problemCount how many problems there are
 * @param leaseUntil until when a worker has it to itself
 * @param startedAt when a worker first took it
 * @param finishedAt when it ended
 * @param rowVersion moved by every change, 1 at first
 * @param createdAt when it was ordered
 * @param updatedAt when it last changed
 */
public record Backfill(
        BackfillId id,
        BackfillOrder order,
        boolean isAttended,
        BackfillState state,
        Optional<BackfillProgress> progress,
        BackfillCounts counts,
        List<BackfillProblem> problems,
        long problemCount,
        Optional<Instant> leaseUntil,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        long rowVersion,
        Instant createdAt,
        Instant updatedAt) {
    private static final int MOST_PROBLEMS = 10;
    private static final int MOST_BREAKS = 5;

    /** Copies the problems. */
    public Backfill {
        problems = List.copyOf(problems);
    }

    /** Whether the lines of its file are still coming in. */
    public boolean isReceiving() {
        return order.source() == BackfillSource.FILE && !isAttended && progress.isEmpty() && state.isActive();
    }

    /** How far it is. */
    public BackfillProgress progressSoFar() {
        return progress.orElse(BackfillProgress.START);
    }

    /** A worker takes it, or keeps it. */
    public Backfill leased(Instant now, Instant until) {
        return new Backfill(
                id,
                order,
                isAttended,
                BackfillState.RUNNING,
                progress,
                counts,
                problems,
                problemCount,
                Optional.of(until),
                startedAt.or(() -> Optional.of(now)),
                finishedAt,
                rowVersion,
                createdAt,
                updatedAt);
    }

    /** The lines of its file go on coming in. */
    public Backfill receiving(Instant until) {
        return with(state, progress, counts, problems, problemCount, Optional.of(until), finishedAt);
    }

    /** It waits for a worker. */
    public Backfill released() {
        return with(state, progress, counts, problems, problemCount, Optional.empty(), finishedAt);
    }

    /** It is this far. */
    public Backfill advanced(BackfillProgress to, BackfillCounts more, List<BackfillProblem> newProblems) {
        List<BackfillProblem> first = new ArrayList<>(problems);
        newProblems.stream().limit(MOST_PROBLEMS - first.size()).forEach(first::add);
        return with(
                state,
                Optional.of(to),
                counts.plus(more),
                first,
                problemCount + newProblems.size(),
                leaseUntil,
                finishedAt);
    }

    /**
     * A bug broke it off. It is tried again when its lease has ended, but not for ever: after so many tries at one place it
     * has failed.
     *
     * @param reference where the log tells of the bug
     */
    public Backfill brokenOff(Instant now, String reference) {
        BackfillProgress here = progressSoFar().brokenOff();
        Backfill broken = with(state, Optional.of(here), counts, problems, problemCount, leaseUntil, finishedAt);
        return here.breaks() < MOST_BREAKS
                ? broken
                : broken.failed(now, BackfillProblem.INTERNAL, "reference " + reference);
    }

    /** All points were seen. */
    public Backfill completed(Instant now) {
        return ended(
                counts.failed() == 0 ? BackfillState.COMPLETED : BackfillState.COMPLETED_WITH_FAILURES, now, progress);
    }

    /**
     * It ended with a problem, which is told first of all.
     *
     * @param type of the problem
     * @param detail what it is in this case, in a few words
     */
    public Backfill failed(Instant now, String type, String detail) {
        List<BackfillProblem> first = new ArrayList<>(problems);
        first.add(0, BackfillProblem.ofJob(type, detail));
        return ended(BackfillState.FAILED, now, Optional.of(progressSoFar().failedBy(type)))
                .withProblems(first.subList(0, Math.min(first.size(), MOST_PROBLEMS)), problemCount + 1);
    }

    /** Somebody ended it. */
    public Backfill cancelled(Instant now) {
        return ended(BackfillState.CANCELLED, now, progress);
    }

    private Backfill ended(BackfillState end, Instant now, Optional<BackfillProgress> last) {
        return with(end, last, counts, problems, problemCount, Optional.empty(), Optional.of(now));
    }

    private Backfill withProblems(List<BackfillProblem> some, long count) {
        return with(state, progress, counts, some, count, leaseUntil, finishedAt);
    }

    private Backfill with(
            BackfillState newState,
            Optional<BackfillProgress> newProgress,
            BackfillCounts newCounts,
            List<BackfillProblem> newProblems,
            long newProblemCount,
            Optional<Instant> newLease,
            Optional<Instant> newFinish) {
        return new Backfill(
                id,
                order,
                isAttended,
                newState,
                newProgress,
                newCounts,
                newProblems,
                newProblemCount,
                newLease,
                startedAt,
                newFinish,
                rowVersion,
                createdAt,
                updatedAt);
    }
}
