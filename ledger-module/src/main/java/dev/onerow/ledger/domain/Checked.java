package dev.onerow.ledger.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What came of checking something with several members: a value, or everything that is wrong with it.
 *
 * @param <T> the value
 */
public sealed interface Checked<T> {

    /** Nothing is wrong. */
    record Valid<T>(T value) implements Checked<T> {}

    /** Something is wrong; never empty. */
    record Invalid<T>(List<FieldProblem> problems) implements Checked<T> {
        /** Copies the problems. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** Answers both cases. */
    default <R> R either(Function<? super T, ? extends R> valid, Function<List<FieldProblem>, ? extends R> invalid) {
        return this instanceof Valid<T> right
                ? valid.apply(right.value())
                : invalid.apply(((Invalid<T>) this).problems());
    }

    /** Collects what is wrong with the members of one thing. Not thread-safe. */
    final class Findings {
        private final List<FieldProblem> problems = new ArrayList<>();

        /** Notes a problem of a member. */
        public void add(String pointer, String code, String detail) {
            problems.add(new FieldProblem(pointer, code, detail));
        }

        /** Notes a problem of a member unless it holds. */
        public void require(boolean holds, String pointer, String code, String detail) {
            if (!holds) {
                add(pointer, code, detail);
            }
        }

        /** The value of a member; notes why when there is none. */
        public <T> Optional<T> take(String pointer, Parsed<T> parsed) {
            return parsed.either(Optional::of, no -> {
                add(pointer, no.code(), no.detail());
                return Optional.empty();
            });
        }

        /** The result: made only when nothing was found. */
        public <T> Checked<T> result(Supplier<T> value) {
            return problems.isEmpty() ? new Valid<>(value.get()) : new Invalid<>(problems);
        }
    }
}
