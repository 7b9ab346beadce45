package dev.onerow.telemetry.domain;

import org.jspecify.annotations.Nullable;

/** What a request asks of the stored row before anything is done. A pure function of its version. */
@FunctionalInterface
public interface Condition {
    /** Asks nothing. */
    Condition NONE = version -> true;

    /**
     * Whether the request may go on.
     *
     * @param version of the stored row; null when there is none
     */
    boolean permits(@Nullable Long version);
}
