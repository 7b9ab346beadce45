package dev.onerow.web.bulk;

import dev.onerow.persistence.Outcome;
import dev.onerow.web.problem.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param key the key of the row, member by member as in its body; null when the line was rejected before it had one
 * @param outcome what became of it
 * @param problem why it was rejected; null for every other outcome
 */
public record LineAnswer(
        @Nullable Map<String, ?> key,
        Outcome outcome,
        @Nullable Problem problem) {
    /** Checks that a rejected line, and no other, says why. */
    public LineAnswer {
        if ((outcome == Outcome.REJECTED) != (problem != null)) {
            throw new IllegalArgumentException("A rejected line, and no other, has a problem");
        }
    }

    /** The line was taken. */
    public static LineAnswer of(Map<String, ?> key, Outcome outcome) {
        return new LineAnswer(key, outcome, null);
    }

    /** The line was refused, alone. */
    public static LineAnswer rejected(Problem why) {
        return new LineAnswer(null, Outcome.REJECTED, why);
    }
}
