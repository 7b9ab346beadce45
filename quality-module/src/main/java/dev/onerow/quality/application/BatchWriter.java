package dev.onerow.quality.application;

import dev.onerow.quality.domain.BackfillCounts;
import dev.onerow.quality.domain.BackfillProblem;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Intake;
import dev.onerow.quality.domain.Intake.Taken;
import dev.onerow.quality.domain.Intake.Taken.Candidate;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Point;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.Score;
import dev.onerow.quality.domain.ScoreTotals;
import java.util.ArrayList;
import java.util.List;

/** Scores the points of a batch and stores the scores, or in a dry run finds out what storing would do. */
final class BatchWriter {
    private final PatternScores scores;
    private final Moments moments;
    private final boolean isDryRun;

    BatchWriter(PatternScores scores, Moments moments, boolean isDryRun) {
        this.scores = scores;
        this.moments = moments;
        this.isDryRun = isDryRun;
    }

    /**
     * A batch that is scored and not stored.
     *
     * @param candidates what is to be stored
     * @param arriving the same, as it arrives
     * @param skipped why others are left out
     * @param failed why others cannot be scored
     * @param taken how many points count towards the limit, this batch included
     */
    record Prepared(
            List<Candidate> candidates,
            List<Incoming> arriving,
            List<BackfillProblem> skipped,
            List<BackfillProblem> failed,
            long taken) {}

    /**
     * What became of a batch.
     *
     * @param counts of all points
     * @param problems those left out and those that failed
     * @param scored the scores that are stored now, or were already
     */
    record Result(BackfillCounts counts, List<BackfillProblem> problems, List<Score> scored) {

        ScoreTotals addedTo(ScoreTotals before) {
            ScoreTotals totals = before;
            for (Score score : scored) {
                totals = totals.plus(score);
            }
            return totals;
        }
    }

    /** Scores points until the intake is full. Once for each batch: the intake remembers. */
    Prepared prepare(List<Point> points, Intake intake) {
        List<Candidate> candidates = new ArrayList<>();
        List<Incoming> arriving = new ArrayList<>();
        List<BackfillProblem> skipped = new ArrayList<>();
        List<BackfillProblem> failed = new ArrayList<>();
        for (Point point : points) {
            if (intake.isFull()) {
                break;
            }
            Taken taken = intake.take(point);
            if (taken instanceof Candidate candidate) {
                candidates.add(candidate);
                arriving.add(Incoming.backfilled(
                        candidate.patternId(),
                        candidate.pattern(),
                        candidate.score(),
                        moments.next(),
                        point.collection()));
            } else if (taken instanceof Taken.Skipped left) {
                skipped.add(left.problem());
            } else if (taken instanceof Taken.Failed bad) {
                failed.add(bad.problem());
            }
        }
        return new Prepared(candidates, arriving, skipped, failed, intake.count());
    }

    /** Stores a batch. May be called again after a rollback. */
    Result write(Prepared prepared) {
        List<Recorded> recorded = isDryRun
                ? scores.rehearse(prepared.arriving(), moments.next())
                : scores.record(prepared.arriving(), Condition.none(), moments.next());
        Tally tally = new Tally(prepared);
        for (int i = 0; i < recorded.size(); i++) {
            tally.count(prepared.candidates().get(i), recorded.get(i));
        }
        return tally.result();
    }

    /** Counts what became of each candidate. */
    private static final class Tally {
        private final List<BackfillProblem> problems = new ArrayList<>();
        private final List<Score> scored = new ArrayList<>();
        private long written;
        private long unchanged;
        private long skipped;
        private long failed;

        Tally(Prepared prepared) {
            problems.addAll(prepared.failed());
            problems.addAll(prepared.skipped());
            skipped = prepared.skipped().size();
            failed = prepared.failed().size();
        }

        void count(Candidate candidate, Recorded recorded) {
            switch (recorded.outcome()) {
                case INSERTED, UPDATED -> {
                    written++;
                    scored.add(candidate.score());
                }
                case UNCHANGED -> {
                    unchanged++;
                    scored.add(candidate.score());
                }
                case STALE -> {
                    skipped++;
                    problems.add(problem(candidate, BackfillProblem.STALE));
                }
                case FOLDED, CONDITION_FAILED, REFUSED -> {
                    failed++;
                    problems.add(problem(candidate, BackfillProblem.NOT_STORED + ": " + recorded.refusal()));
                }
            }
        }

        Result result() {
            return new Result(new BackfillCounts(written, unchanged, skipped, failed), problems, scored);
        }

        private static BackfillProblem problem(Candidate candidate, String reason) {
            Point point = candidate.point();
            return new BackfillProblem(point.label(), point.collection(), reason);
        }
    }
}
