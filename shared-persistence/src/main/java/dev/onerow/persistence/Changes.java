package dev.onerow.persistence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a row and what becomes of them; all others stay. Names are members of the row, as declared. Key
 * members and what the kernel supplies cannot be changed. Immutable: each call answers a new value.
 */
public final class Changes {
    private final Map<String, @Nullable Object> set;
    private final Map<String, Number> added;
    private final @Nullable Long expectedVersion;

    private Changes(Map<String, @Nullable Object> set, Map<String, Number> added, @Nullable Long expectedVersion) {
        this.set = Collections.unmodifiableMap(set);
        this.added = Collections.unmodifiableMap(added);
        this.expectedVersion = expectedVersion;
    }

    /** Starts with one column set to a value, which may be null where the column allows it. */
    public static Changes of(String member, @Nullable Object value) {
        return none().set(member, value);
    }

    /** Starts with nothing. */
    public static Changes none() {
        return new Changes(Map.of(), Map.of(), null);
    }

    /** These changes, and one column set to a value. */
    public Changes set(String member, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(set);
        more.put(member, value);
        return new Changes(more, added, expectedVersion);
    }

    /** These changes, and a signed amount added to a numeric column that is never null. */
    public Changes add(String member, Number amount) {
        Map<String, Number> more = new LinkedHashMap<>(added);
        more.put(member, amount);
        return new Changes(set, more, expectedVersion);
    }

    /** These changes, applied only to a row of this version; any other answers {@link Patched#VERSION_DIFFERS}. */
    public Changes expecting(long version) {
        return new Changes(set, added, version);
    }

    /** Members that get a new value, in the order they were named. */
    public Map<String, @Nullable Object> assignments() {
        return set;
    }

    /** Members that get something added, in the order they were named. */
    public Map<String, Number> additions() {
        return added;
    }

    /** The version that the row must have, or null when any will do. */
    public @Nullable Long expectedVersion() {
        return expectedVersion;
    }
}
