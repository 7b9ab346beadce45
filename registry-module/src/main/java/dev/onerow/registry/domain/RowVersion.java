package dev.onerow.registry.domain;

import java.time.Instant;

/**
 * Which state of its row something is.
 *
 * @param version 1 when the row is new, one more with each real change
 */
public record RowVersion(long version, Instant createdAt, Instant updatedAt) {}
