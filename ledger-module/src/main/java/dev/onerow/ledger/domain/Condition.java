package dev.onerow.ledger.domain;

import org.jspecify.annotations.Nullable;

/** What a request asks of the stored version before anything is changed. */
@FunctionalInterface
public interface Condition {
    /** Nothing is asked. */
    Condition NONE = version -> true;

    /** Whether the stored version is as asked; null: there is none. */
    boolean permits(@Nullable Long version);
}
