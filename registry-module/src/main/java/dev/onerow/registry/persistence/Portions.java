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
        List<R> read = new ArrayList<>();
        of(List.copyOf(values), MOST_PARAMETERS).forEach(portion -> read.addAll(reading.apply(portion)));
        return read;
    }

    /** The values, at most so many in a portion. */
    static <V> List<List<V>> of(List<V> values, int most) {
        List<List<V>> portions = new ArrayList<>();
        for (int from = 0; from < values.size(); from += most) {
            portions.add(values.subList(from, Math.min(values.size(), from + most)));
        }
        return portions;
    }
}
