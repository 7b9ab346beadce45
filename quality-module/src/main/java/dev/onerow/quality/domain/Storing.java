package dev.onerow.quality.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of an incoming measurement. The order in which measurements arrive plays no part in what stays. */
public enum Storing {
    /** It is stored, as the first or instead of the stored one. */
    WRITE,
    /** The stored one says it already. */
    UNCHANGED,
    /** The stored one is newer, or stays by its content. */
    STALE,
    /** The condition of the request does not hold. */
    CONDITION_FAILED;

    /**
     * Decides about the current score.
     *
     * @param stored the current score, or null when there is none
     * @param incoming what comes in
     * @param condition what the request demands of the stored row
     * @param now the time of arrival
     */
    public static Storing of(@Nullable Standing stored, Incoming incoming, Condition condition, Instant now) {
        if (!condition.holds().test(stored == null ? null : (Long) stored.rowVersion())) {
            return CONDITION_FAILED;
        }
        if (stored == null) {
            return WRITE;
        }
        Measurement current = stored.measurement();
        if (isUnchanged(current, incoming)) {
            return UNCHANGED;
        }
        Measurement measurement = incoming.measurement();
        int age = measurement.measuredAt().compareTo(current.measuredAt());
        if (age == 0) {
            return condition.isCorrection() || measurement.compareContent(current) > 0 ? WRITE : STALE;
        }
        boolean correctsTheFuture =
                condition.isCorrection() && current.measuredAt().isAfter(now);
        return age > 0 || correctsTheFuture ? WRITE : STALE;
    }

    /**
     * Decides about the row of the history that has the same pattern and time.
     *
     * @param stored that row, or null when there is none
     * @param incoming what comes in
     * @param isCorrection whether the writer corrects deliberately
     */
    public static Storing inHistory(@Nullable Measurement stored, Measurement incoming, boolean isCorrection) {
        if (stored == null) {
            return WRITE;
        }
        int order = incoming.compareHistoryContent(stored);
        if (order == 0) {
            return UNCHANGED;
        }
        return order > 0 || isCorrection ? WRITE : STALE;
    }

    private static boolean isUnchanged(Measurement stored, Incoming incoming) {
        Measurement measurement = incoming.measurement();
        if (incoming.entrance().carriesInput() && measurement.scoresTheSameInputAs(stored)) {
            return true;
        }
        return (!incoming.isTimed() || measurement.measuredAt().equals(stored.measuredAt()))
                && measurement.saysTheSameAs(stored)
                && incoming.entrance().agree(stored, measurement);
    }
}
