package dev.onerow.quality.application;

import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.StatedScore;
import jakarta.inject.Singleton;
import java.util.List;

/** Stores scores that somebody else computed. Sending the same again changes nothing. */
@Singleton
public class RecordStatedScores {
    private final PatternScores scores;
    private final Moments moments;

    RecordStatedScores(PatternScores scores, Moments moments) {
        this.scores = scores;
        this.moments = moments;
    }

    /** Stores one score if the condition holds. */
    public Recorded record(StatedScore score, Condition condition) {
        return record(List.of(score), condition).get(0);
    }

    /** Stores scores in one transaction; one answer for each, in the order given. */
    public List<Recorded> record(List<StatedScore> stated) {
        return record(stated, Condition.none());
    }

    private List<Recorded> record(List<StatedScore> stated, Condition condition) {
        List<Incoming> arriving =
                stated.stream().map(score -> score.arriving(moments.next())).toList();
        return scores.record(arriving, condition, moments.next());
    }
}
