package dev.onerow.quality.web;

import dev.onerow.persistence.Outcome;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.StoredScore;
import dev.onerow.web.answer.Answers;
import dev.onerow.web.bulk.LineAnswer;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.problem.Problems;
import java.util.Map;

/** What became of a measurement, in the words of the wire. */
final class RecordedAnswers {
    static final String SCORES = "/v1/quality/pattern-scores";

    private RecordedAnswers() {}

    /** The stored score, or the problem that there is instead. */
    static StoredScore scoreOrProblem(Recorded recorded) {
        if (outcome(recorded) == Outcome.REJECTED) {
            throw problem(recorded).asException();
        }
        return recorded.score();
    }

    static LineAnswer line(PatternId id, Recorded recorded) {
        Outcome outcome = outcome(recorded);
        return outcome == Outcome.REJECTED
                ? LineAnswer.rejected(problem(recorded))
                : LineAnswer.of(Map.of(PatternIds.NAME, id.toString()), outcome);
    }

    static Outcome outcome(Recorded recorded) {
        return switch (recorded.outcome()) {
            case INSERTED -> Outcome.INSERTED;
            case UPDATED -> Outcome.UPDATED;
            case UNCHANGED -> Outcome.UNCHANGED;
            case STALE -> Outcome.STALE;
            case FOLDED -> Outcome.FOLDED;
            case CONDITION_FAILED, REFUSED -> Outcome.REJECTED;
        };
    }

    static String path(PatternId id) {
        return Answers.path(SCORES, id.toString());
    }

    private static Problem problem(Recorded recorded) {
        StoredScore stored = recorded.stored();
        return recorded.outcome() == Recorded.Outcome.CONDITION_FAILED
                ? Problems.preconditionFailed(stored == null ? null : (Long) stored.rowVersion())
                : QualityProblems.notStorable(recorded.refusal());
    }
}
