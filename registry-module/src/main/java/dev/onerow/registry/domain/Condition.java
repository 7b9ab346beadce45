package dev.onerow.registry.domain;

import org.jspecify.annotations.Nullable;

/** What a request asks of the stored row before anything is changed. */
@FunctionalInterface
public interface Condition {
    /** Asks nothing. */
    Condition NONE = version -> true;

    /** Whether a row of this version, or no row (null), is as asked. */
    boolean permits(@Nullable Long version);
}
