package dev.onerow.registry.domain;

import org.jspecify.annotations.Nullable;

/** What a request demands of the stored row before it may change it. */
@FunctionalInterface
public interface Condition {

    /** Whether a row of this version, or no row (null), meets the condition. */
    boolean isMetBy(@Nullable Long version);

    /** The condition that always holds. */
    static Condition none() {
        return version -> true;
    }
}
