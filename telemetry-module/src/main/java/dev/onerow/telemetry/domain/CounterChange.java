package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of one transaction do to one counter.
 *
 * @param gained facts that came
 * @param lost facts that went
 * @param earliest event time of those that came; null when none did
 * @param latest the same
 */
public record CounterChange(
        long gained,
        long lost,
        @Nullable Instant earliest,
        @Nullable Instant latest) {
    static final CounterChange NONE = new CounterChange(0, 0, null, null);

    public long difference() {
        return gained - lost;
    }

    /** Whether a fact goes, so that the counter's times have to be taken from its facts again. */
    public boolean takesAway() {
        return lost > 0;
    }

    /** A counter that could be inserted for this change: databases check the row proposed even where one is stored. */
    public Counter proposal() {
        Instant first = earliest == null ? Instant.EPOCH : earliest;
        return new Counter(Math.max(1, gained), first, latest == null ? first : latest);
    }

    CounterChange gaining(Instant at) {
        return new CounterChange(gained + 1, lost, Instants.earlier(earliest, at), Instants.later(latest, at));
    }

    CounterChange gaining(Counter came) {
        return new CounterChange(
                gained + came.count(),
                lost,
                Instants.earlier(earliest, came.firstSeen()),
                Instants.later(latest, came.lastSeen()));
    }

    CounterChange losing() {
        return new CounterChange(gained, lost + 1, earliest, latest);
    }

    /**
     * The counter after this change: its count moved, its times widened. Nothing when no fact is left, and nothing either
     * when a counter that should be there is not, which an audit tells.
     */
    public Optional<Counter> appliedTo(@Nullable Counter stored) {
        long count = (stored == null ? 0 : stored.count()) + difference();
        Instant first = Instants.earlier(stored == null ? null : stored.firstSeen(), earliest);
        Instant last = Instants.later(stored == null ? null : stored.lastSeen(), latest);
        return count < 1 || first == null || last == null
                ? Optional.empty()
                : Optional.of(new Counter(count, first, last));
    }
}
