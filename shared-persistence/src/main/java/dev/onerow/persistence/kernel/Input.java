package dev.onerow.persistence.kernel;

import dev.onerow.persistence.Key;
import java.util.List;

/**
 * One row as it was handed in.
 *
 * @param index its place in the input, from 0
 * @param row the row
 */
record Input<T>(int index, T row) {

    /**
     * All rows of one key, in input order.
     *
     * @param key the key
     * @param inputs at least one
     */
    record Group<T>(Key key, List<Input<T>> inputs) {

        Input<T> last() {
            return inputs.get(inputs.size() - 1);
        }

        /** Each row as a group of its own: what writing them one by one means. */
        List<Group<T>> oneByOne() {
            return inputs.stream()
                    .map(input -> new Group<>(key, List.of(input)))
                    .toList();
        }
    }
}
