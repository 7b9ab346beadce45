package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A measurement as it is kept, as the current score of its pattern or in the history.
 *
 * @param id of the row, never changes
 * @param measurement what is stored
 * @param rowVersion moved by every real change, 1 at first
 * @param createdAt when the row was first written
 * @param updatedAt when it last changed
 */
public record StoredScore(UUID id, Measurement measurement, long rowVersion, Instant createdAt, Instant updatedAt) {}
