package dev.onerow.ledger.domain;

import java.time.Instant;

/**
 * Something as it is stored.
 *
 * @param value what it says
 * @param version how often it was really changed, from 1
 * @param createdAt when it was stored first
 * @param updatedAt when it was really changed last
 */
public record Stored<T>(T value, long version, Instant createdAt, Instant updatedAt) {}
