package dev.onerow.telemetry.domain;

import java.time.Instant;

/**
 * Which state of a row this is.
 *
 * @param number 1 when the row was new, one more with every real change
 */
public record RowVersion(long number, Instant createdAt, Instant updatedAt) {}
