package dev.onerow.telemetry.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fact that is counted: under which key, and when it happened. */
public record CountedFact(CounterKey key, Instant occurredAt) {

    /** Counted are exactly the facts whose status is an error; of any other nothing comes. */
    public static Optional<CountedFact> of(Host host, @Nullable Integer statusCode, Instant occurredAt) {
        if (statusCode == null || HttpErrorType.of(statusCode).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CountedFact(new CounterKey(host, statusCode), occurredAt));
    }
}
