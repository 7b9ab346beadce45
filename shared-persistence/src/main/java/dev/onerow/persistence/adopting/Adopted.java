package dev.onerow.persistence.adopting;

import dev.onerow.persistence.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row that was written.
 *
 * @param outcome as the kernel tells it
 * @param reason why the row is kept beside the tables; null when it need not be
 */
public record Adopted(Outcome outcome, @Nullable Reason reason) {

    /** It is in its table, or was. A row that is too old for it is kept beside. */
    public static Adopted as(Outcome outcome) {
        return new Adopted(outcome, outcome == Outcome.STALE ? Reason.OLDER : null);
    }

    /** It is not in its table. */
    public static Adopted refused(Reason reason) {
        return new Adopted(Outcome.REJECTED, reason);
    }
}
