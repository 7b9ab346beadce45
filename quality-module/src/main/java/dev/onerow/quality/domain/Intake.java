package dev.onerow.quality.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the points of one backfill in turn, and tells which of them are to be stored. Has a memory: the ids it took,
 * and how many. Not thread-safe.
 */
public final class Intake {
    private final BackfillOrder order;
    private final PatternIdSet taken = new PatternIdSet();
    private long count;

    /**
     * An intake that goes on where another one stopped.
     *
     * @param order what is wanted
     * @param count how many points were taken before
     */
    public Intake(BackfillOrder order, long count) {
        this.order = order;
        this.count = count;
    }

    /** What becomes of a point. */
    public sealed interface Taken {

        /**
         * It is to be stored.
         *
         * @param point the point
         * @param patternId its pattern
         * @param pattern what was scored
         * @param score its score
         */
        record Candidate(Point point, PatternId patternId, Pattern pattern, Score score) implements Taken {}

        /**
         * It is left out.
         *
         * @param problem why
         */
        record Skipped(BackfillProblem problem) implements Taken {}

        /**
         * It cannot be scored.
         *
         * @param problem why
         */
        record Failed(BackfillProblem problem) implements Taken {}
    }

    /** How many points count towards the limit so far. */
    public long count() {
        return count;
    }

    /** Whether no more points are wanted. */
    public boolean isFull() {
        return order.isReachedBy(count);
    }

    /** Remembers a point that was taken before the job was interrupted; it is counted already. */
    public void replay(Point point) {
        PatternId id = point.patternId();
        if (id != null && point.reading().answer(this::isWanted, flaws -> false)) {
            taken.add(id);
        }
    }

    /** Takes a point. */
    public Taken take(Point point) {
        return point.reading().answer(pattern -> take(point, pattern.withSomeName()), flaws -> fail(point, flaws));
    }

    private Taken take(Point point, Pattern pattern) {
        if (!isWanted(pattern)) {
            return skip(point, BackfillProblem.BELOW_MIN_CONFIDENCE);
        }
        count++;
        @Nullable PatternId id = point.patternId();
        if (id == null) {
            return new Taken.Failed(problem(point, BackfillProblem.NOT_SCORABLE + ": it has neither id nor name"));
        }
        if (!taken.add(id)) {
            return skip(point, BackfillProblem.SAME_ID_AGAIN);
        }
        return new Taken.Candidate(point, id, pattern, Score.of(pattern));
    }

    private boolean isWanted(Pattern pattern) {
        return Shares.reaches(pattern.confidence().doubleValue(), order.minConfidence());
    }

    private Taken fail(Point point, List<Flaw> flaws) {
        count++;
        return new Taken.Failed(problem(
                point, BackfillProblem.NOT_SCORABLE + ": " + flaws.get(0).sentence()));
    }

    private static Taken skip(Point point, String reason) {
        return new Taken.Skipped(problem(point, reason));
    }

    private static BackfillProblem problem(Point point, String reason) {
        return new BackfillProblem(point.label(), point.collection(), reason);
    }
}
