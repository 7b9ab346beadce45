package dev.onerow.persistence.kernel;

import dev.onerow.persistence.InvalidValue;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one call: in canonical form, by key, and in the one order of all writers. */
final class Batch<T> {
    private final int inputs;
    private final Map<Integer, Written<T>> refused = new HashMap<>();
    private final List<Input.Group<T>> groups;

    /**
     * A batch.
     *
     * @param quarantined whether a value that cannot be stored refuses its own row alone
     * @throws InvalidValue for such a value, when it does not
     */
    Batch(Table<T> table, Collection<T> rows, boolean quarantined) {
        List<Input<T>> accepted = new ArrayList<>(rows.size());
        List<@Nullable Object[]> values = new ArrayList<>(rows.size());
        int index = 0;
        for (T row : rows) {
            try {
                Input<T> input = new Input<>(index, row, table.valuesOf(Objects.requireNonNull(row)));
                accepted.add(input);
                values.add(input.values());
            } catch (InvalidValue e) {
                if (!quarantined) {
                    throw e;
                }
                refused.put(index, new Written<>(Outcome.REJECTED, null, null, e.refusal()));
            }
            index++;
        }
        List<Input<T>> sorted = new ArrayList<>(accepted.size());
        for (int place : KeyOrder.of(table, values)) {
            sorted.add(accepted.get(place));
        }
        inputs = index;
        groups = Input.Group.of(table, sorted);
    }

    /** The rows by key, in key order; without those that were refused for their values. */
    List<Input.Group<T>> groups() {
        return groups;
    }

    /** Rows refused for their values, by the index of the input. */
    Map<Integer, Written<T>> refused() {
        return refused;
    }

    /** Places for the answers of one try of the transaction. */
    Answered<T> answers() {
        return new Answered<>(inputs, refused);
    }
}
