package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Written;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place for the answer to each row of a call. */
final class Answered<T> implements Write.Answers<T> {
    private final @Nullable Written<T>[] answers;

    /**
     * Places for answers.
     *
     * @param refused those that are known already, by the index of the input
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of a parameterised type cannot be made otherwise.
    Answered(int inputs, Map<Integer, Written<T>> refused) {
        answers = new @Nullable Written[inputs];
        refused.forEach(this::put);
    }

    @Override
    public void put(int index, Written<T> written) {
        answers[index] = written;
    }

    /** One answer for each row, in input order. */
    @SuppressWarnings("NullAway") // Each of them is looked at.
    List<Written<T>> inOrder() {
        for (@Nullable Written<T> answer : answers) {
            Objects.requireNonNull(answer);
        }
        return List.of(answers);
    }
}
