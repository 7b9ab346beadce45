package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Stored;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes what is stored of what a row says. */
final class Instants {
    private Instants() {}

    /**
     * What a row says, with the times the kernel gave it. A row that its own request has just made has none yet; nobody
     * but a deciding rule sees it so.
     */
    static <T> Stored<T> stored(T value, long version, @Nullable Instant createdAt, @Nullable Instant updatedAt) {
        return new Stored<>(
                value,
                version,
                Objects.requireNonNullElse(createdAt, Instant.EPOCH),
                Objects.requireNonNullElse(updatedAt, Instant.EPOCH));
    }
}
