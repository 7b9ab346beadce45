package dev.onerow.ledger.domain;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule of the domain makes of something stored and something new.
 *
 * @param <T> the thing
 */
public sealed interface Verdict<T> {

    /** Store this. */
    record Write<T>(T value) implements Verdict<T> {}

    /** Leave what is stored. */
    record Keep<T>() implements Verdict<T> {}

    /** Refuse. */
    record Refuse<T>(Refusal refusal) implements Verdict<T> {}

    /** Decides about something new and what is stored under its key. */
    @FunctionalInterface
    interface Rule<T> {
        /** Decides; a pure function, which may be asked again. */
        Verdict<T> decide(@Nullable Stored<T> stored, T incoming);
    }

    /** Answers all cases. */
    default <R> R either(Function<T, R> write, Supplier<R> keep, Function<Refusal, R> refuse) {
        if (this instanceof Write<T> written) {
            return write.apply(written.value());
        }
        return this instanceof Refuse<T> refused ? refuse.apply(refused.refusal()) : keep.get();
    }

    /** Stores whatever comes, if the condition of the request holds. */
    static <T> Rule<T> replaceIf(Condition condition) {
        return (stored, incoming) -> condition.permits(stored == null ? null : (Long) stored.version())
                ? new Write<>(incoming)
                : new Refuse<>(Refusal.preconditionFailed(stored));
    }
}
