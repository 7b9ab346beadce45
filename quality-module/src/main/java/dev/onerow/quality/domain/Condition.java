package dev.onerow.quality.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of the stored row for a write to happen. */
public sealed interface Condition {

    /** Nothing. */
    record None() implements Condition {}

    /** There must be no row yet. */
    record Absent() implements Condition {}

    /** There must be a row, whatever its version. */
    record Present() implements Condition {}

    /**
     * There must be a row of one of these versions.
     *
     * @param versions any of these
     */
    record Version(Set<Long> versions) implements Condition {
        /** Copies the versions. */
        public Version {
            versions = Set.copyOf(versions);
        }
    }

    /** No condition. */
    static Condition none() {
        return new None();
    }

    /** Whether it holds for a stored row of this version; null: there is no row. */
    default boolean holdsFor(@Nullable Long rowVersion) {
        if (this instanceof Version version) {
            return rowVersion != null && version.versions().contains(rowVersion);
        }
        return this instanceof None || (this instanceof Present) == (rowVersion != null);
    }

    /** Whether the writer has seen the row that it replaces, and so corrects it deliberately. */
    default boolean isCorrection() {
        return this instanceof Version || this instanceof Present;
    }
}
