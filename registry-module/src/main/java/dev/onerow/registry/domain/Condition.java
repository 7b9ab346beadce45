package dev.onerow.registry.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request demands of the stored row before it may change it. */
public sealed interface Condition {

    /** Nothing. */
    record None() implements Condition {}

    /** There must be no row yet. */
    record Absent() implements Condition {}

    /** There must be a row, of whatever version. */
    record Present() implements Condition {}

    /** The row must have one of these versions. */
    record VersionIn(Set<Long> versions) implements Condition {
        public VersionIn {
            versions = Set.copyOf(versions);
        }
    }

    /** The condition that always holds. */
    static Condition none() {
        return new None();
    }

    /** Whether a row of this version, or no row (null), meets the condition. */
    default boolean isMetBy(@Nullable Long version) {
        if (this instanceof Absent) {
            return version == null;
        }
        if (this instanceof Present) {
            return version != null;
        }
        return !(this instanceof VersionIn in)
                || (version != null && in.versions().contains(version));
    }
}
