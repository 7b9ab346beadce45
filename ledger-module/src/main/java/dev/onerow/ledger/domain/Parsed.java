package dev.onerow.ledger.domain;

import java.util.function.Function;

/**
 * What came of reading a text: a value, or the reason why there is none.
 *
 * @param <T> the value
 */
public sealed interface Parsed<T> {

    /** The text was readable. */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * The text was not readable, or not allowed.
     *
     * @param code a fixed word for machines, such as {@code too-many-decimals}
     * @param detail a sentence for people
     */
    record Refused<T>(String code, String detail) implements Parsed<T> {}

    /** A value. */
    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    /** A refusal. */
    static <T> Parsed<T> refused(String code, String detail) {
        return new Refused<>(code, detail);
    }

    /** Answers both cases. */
    default <R> R either(Function<? super T, ? extends R> readable, Function<Refused<T>, ? extends R> refused) {
        return this instanceof Value<T> value ? readable.apply(value.value()) : refused.apply((Refused<T>) this);
    }

    /** Reads on from the value; a refusal stays one. */
    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return either(next, no -> refused(no.code(), no.detail()));
    }

    /** Whether there is a value. */
    default boolean isReadable() {
        return this instanceof Value;
    }

    /**
     * The value, where the caller knows that there is one.
     *
     * @throws IllegalStateException when there is none
     */
    default T value() {
        return either(Function.identity(), no -> {
            throw new IllegalStateException(no.code());
        });
    }
}
