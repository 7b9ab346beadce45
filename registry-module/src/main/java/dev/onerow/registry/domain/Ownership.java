package dev.onerow.registry.domain;

import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who owns a view after a rule has asked for it. */
public sealed interface Ownership {

    /** This rule does; it did before, or nobody did. */
    record Taken(long ruleId) implements Ownership {}

    /** Nobody does. */
    record Free() implements Ownership {}

    /** Another rule does, and keeps it. */
    record HeldByAnother(long ruleId) implements Ownership {}

    /**
     * A rule executes or registers the view: it takes a view that nobody owns, and no other.
     *
     * @param owner id of the owning rule; null when nobody owns the view
     */
    static Ownership claim(@Nullable Long owner, long ruleId) {
        return owner == null || owner == ruleId ? new Taken(ruleId) : new HeldByAnother(owner);
    }

    /** The view is given to a rule, or to nobody (null), whoever owned it. */
    static Ownership transfer(@Nullable Long ruleId) {
        return ruleId == null ? new Free() : new Taken(ruleId);
    }

    /** The owner stays. */
    static Ownership keep(@Nullable Long owner) {
        return transfer(owner);
    }

    /** Answers every case. */
    default <T> T answer(LongFunction<T> taken, Supplier<T> free, LongFunction<T> heldByAnother) {
        if (this instanceof Taken now) {
            return taken.apply(now.ruleId());
        }
        return this instanceof HeldByAnother other ? heldByAnother.apply(other.ruleId()) : free.get();
    }
}
