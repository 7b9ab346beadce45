package dev.onerow.registry.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Long lists of values, in portions that one statement takes as parameters. */
final class Portions {
    private static final int MOST_PARAMETERS = 1_000;

    private Portions() {}

    /** What is read for these values, portion by portion. */
    static <V, R> List<R> read(Collection<V> values, Function<List<V>, List<R>> reading) {
        List<V> all = List.copyOf(values);
        List<R> read = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_PARAMETERS) {
            read.addAll(reading.apply(all.subList(from, Math.min(all.size(), from + MOST_PARAMETERS))));
        }
        return read;
    }
}
