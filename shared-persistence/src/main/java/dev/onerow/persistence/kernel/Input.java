package dev.onerow.persistence.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as it was handed in. */
final class Input<T> {
    private final int index;
    private final T row;
    private final @Nullable Object[] values;

    /**
     * A row handed in.
     *
     * @param index its place in the input, from 0
     * @param row the row
     * @param values the row in canonical form, worked out once
     */
    Input(int index, T row, @Nullable Object[] values) {
        this.index = index;
        this.row = row;
        this.values = values;
    }

    int index() {
        return index;
    }

    T row() {
        return row;
    }

    /** The row in canonical form. Not to be changed. */
    @Nullable
    Object[] values() {
        return values;
    }

    /** All rows of one key, in input order: at least one. */
    static final class Group<T> {
        private final List<Input<T>> inputs;

        Group(List<Input<T>> inputs) {
            this.inputs = inputs;
        }

        /** Sorted inputs, cut where the key changes. */
        static <T> List<Group<T>> of(Table<T> table, List<Input<T>> sorted) {
            List<Group<T>> groups = new ArrayList<>(sorted.size());
            int from = 0;
            for (int i = 1; i <= sorted.size(); i++) {
                if (i == sorted.size() || table.compareKeys(sorted.get(from).values, sorted.get(i).values) != 0) {
                    groups.add(new Group<>(
                            i - from == 1 ? List.of(sorted.get(from)) : List.copyOf(sorted.subList(from, i))));
                    from = i;
                }
            }
            return groups;
        }

        List<Input<T>> inputs() {
            return inputs;
        }

        Input<T> last() {
            return inputs.get(inputs.size() - 1);
        }

        /** Values that hold the key, and whatever else. Not to be changed. */
        @Nullable
        Object[] key() {
            return inputs.get(0).values;
        }

        /** The group without some of its rows; null when none is left. */
        @Nullable
        Group<T> without(List<Input<T>> rows) {
            List<Input<T>> rest =
                    inputs.stream().filter(input -> !rows.contains(input)).toList();
            return rest.isEmpty() ? null : new Group<>(rest);
        }

        /** Each row as a group of its own: what writing them one by one means. */
        List<Group<T>> oneByOne() {
            return inputs.stream().map(input -> new Group<>(List.of(input))).toList();
        }
    }
}
