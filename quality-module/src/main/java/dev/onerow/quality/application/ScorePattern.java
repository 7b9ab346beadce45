package dev.onerow.quality.application;

import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Pattern;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.Score;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Scores a pattern and stores the score. The same pattern again changes nothing. */
@Singleton
public class ScorePattern {
    private final PatternScores scores;
    private final Moments moments;

    ScorePattern(PatternScores scores, Moments moments) {
        this.scores = scores;
        this.moments = moments;
    }

    /**
     * What was scored and what became of it.
     *
     * @param score with its signals
     * @param recorded what became of it
     */
    public record Scored(Score score, Recorded recorded) {}

    /** Scores one pattern, and stores the score if the condition holds. */
    public Scored score(PatternId patternId, Pattern pattern, Condition condition) {
        Score score = Score.of(pattern);
        Instant now = moments.next();
        List<Incoming> arriving = List.of(Incoming.scored(patternId, pattern, score, now));
        return new Scored(score, scores.record(arriving, condition, now).get(0));
    }
}
