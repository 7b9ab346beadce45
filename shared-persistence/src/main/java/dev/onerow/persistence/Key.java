package dev.onerow.persistence;

import java.util.List;

/**
 * The business key of one row: the values of {@link KeyedTable#conflictsOn()}, in that order, none of them null.
 * Equality is that of the values given; the kernel compares keys as the database does.
 *
 * @param values one value for each key member
 */
public record Key(List<Object> values) {

    /** Copies the values. */
    public Key {
        values = List.copyOf(values);
    }

    /** The key of these values, in the order of {@link KeyedTable#conflictsOn()}. */
    public static Key of(Object... values) {
        return new Key(List.of(values));
    }
}
