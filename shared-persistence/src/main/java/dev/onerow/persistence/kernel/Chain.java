package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Decider;
import dev.onerow.persistence.Decision;
import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Refusal;
import dev.onerow.persistence.Written;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one key, passed through the decision one after another, each seeing what the one before it left. A
 * chain holds no database state of its own: after a lost race it is decided again from the row that won.
 */
final class Chain<T> {
    private final Table<T> table;
    private final Input.Group<T> group;
    private final Map<Integer, Refusal> refused = new HashMap<>();
    private final @Nullable T before;
    private final @Nullable Object @Nullable [] stored;
    private @Nullable Object @Nullable [] current;
    private int reporting = -1;
    private boolean writing;
    private boolean lastStale;

    private Chain(Table<T> table, Input.Group<T> group, @Nullable Object @Nullable [] stored) {
        this.table = table;
        this.group = group;
        this.before = stored == null ? null : table.rowOf(stored);
        this.stored = stored;
        this.current = stored;
    }

    /**
     * Decides all rows of a group against the stored row.
     *
     * @param quarantined whether a value that cannot be stored refuses its own row alone
     */
    static <T> Chain<T> decide(
            Table<T> table,
            Input.Group<T> group,
            @Nullable Object @Nullable [] stored,
            Decider<T> decider,
            Instant now,
            boolean quarantined) {
        Chain<T> chain = new Chain<>(table, group, stored);
        for (Input<T> input : group.inputs()) {
            try {
                chain.step(input, decider, now);
            } catch (InvalidValue e) {
                if (!quarantined) {
                    throw e;
                }
                chain.refused.put(input.index(), e.refusal());
            }
        }
        return chain;
    }

    Input.Group<T> group() {
        return group;
    }

    /** Whether some row is to be written, so that the key must be held. */
    boolean isWriting() {
        return writing;
    }

    /** Whether the key had no row when this was decided. */
    boolean isBirth() {
        return before == null;
    }

    /** The row to be stored; only when {@link #isWriting()}. */
    @Nullable
    Object[] result() {
        if (current == null) {
            throw new IllegalStateException("Nothing was decided to be written");
        }
        return current;
    }

    /** The row before, if there was one. */
    @Nullable
    T before() {
        return before;
    }

    /** The values of the row before, if there was one. */
    @Nullable
    Object @Nullable [] stored() {
        return stored;
    }

    /** The row as it would be stored, or null when there is none and none is to be written. */
    @Nullable
    Object @Nullable [] current() {
        return current;
    }

    /** The outcome when the database was not changed. */
    Outcome untouched() {
        return lastStale ? Outcome.STALE : Outcome.UNCHANGED;
    }

    /** Answers each input; the last one that was not refused tells what became of the key. */
    void answer(Outcome outcome, @Nullable T stored, Write.Answers<T> answers) {
        for (Input<T> input : group.inputs()) {
            Refusal refusal = refused.get(input.index());
            Outcome own = refusal != null ? Outcome.REJECTED : input.index() == reporting ? outcome : Outcome.FOLDED;
            answers.put(input.index(), new Written<>(own, stored, before, refusal));
        }
    }

    private void step(Input<T> input, Decider<T> decider, Instant now) {
        @Nullable T stored = current == null ? null : table.rowOf(current);
        Decision<T> decision = decider.decide(stored, input.row());
        if (decision instanceof Decision.Refuse<T> refusal) {
            refused.put(input.index(), new Refusal.ByDecision(refusal.reason()));
            return;
        }
        if (decision instanceof Decision.Write<T> write) {
            @Nullable Object[] values = table.valuesOf(write.row());
            if (table.compareKeys(values, group.key()) != 0) {
                throw new IllegalArgumentException("A decision about one key of " + table.name() + " wrote another");
            }
            current = next(values, now);
            writing = true;
        }
        lastStale = decision instanceof Decision.Stale<T>;
        reporting = input.index();
    }

    private @Nullable Object[] next(@Nullable Object[] values, Instant now) {
        if (current == null) {
            return table.born(values, now);
        }
        @Nullable Object[] next = Merge.overwritten(table, current, values);
        return Merge.differ(table, current, next) ? table.moved(next, now) : current;
    }
}
