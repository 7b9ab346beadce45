package dev.onerow.registry.domain;

import java.util.List;

/**
 * What is stored under a key, in two orders, each behind a place.
 *
 * @param <T> what is listed
 */
public interface Listed<T> {

    /** In the order of their keys. */
    List<T> byKey(String afterKey, int limit);

    /** Those changed last first. */
    List<T> byUpdate(Place after, int limit);

    /** How many bytes the texts of each have, in the order of their keys. */
    List<Long> sizesByKey(String afterKey, int limit);

    /** How many bytes the texts of each have, those changed last first. */
    List<Long> sizesByUpdate(Place after, int limit);
}
