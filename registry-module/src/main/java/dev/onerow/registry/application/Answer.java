package dev.onerow.registry.application;

import dev.onerow.registry.domain.Refusal;
import java.util.function.Function;

/**
 * What became of a request: it was done, or refused and nothing has happened.
 *
 * @param <T> what was done
 */
public sealed interface Answer<T> {

    /** It was done. */
    record Done<T>(T value) implements Answer<T> {}

    /** It was refused. */
    record Refused<T>(Refusal why) implements Answer<T> {}

    /** Answers both cases. */
    default <R> R answer(Function<T, R> done, Function<Refusal, R> refused) {
        return this instanceof Done<T> it ? done.apply(it.value()) : refused.apply(((Refused<T>) this).why());
    }

    /** What was done, or throws what the refusal is made into. */
    default T orElseThrow(Function<Refusal, ? extends RuntimeException> failure) {
        return answer(value -> value, why -> {
            throw failure.apply(why);
        });
    }
}
