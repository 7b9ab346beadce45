package dev.onerow.persistence;

import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of an incoming row, looking at the stored row of its key. A pure function of its two
 * arguments and of what it was made with: it may be called again for the same row after a lost race, and is called
 * in input order for rows of one key, each time with what the row before it left.
 *
 * @param <T> the row
 */
@FunctionalInterface
public interface Decider<T> {

    /**
     * Decides about one row.
     *
     * @param stored the row of this key as it is now, or null when there is none. Where an earlier row of the same
     *     input has already changed it, what that one left: its version is one more, and a generated id that the
     *     database has yet to make is null
     * @param incoming the row handed in
     */
    Decision<T> decide(@Nullable T stored, T incoming);
}
