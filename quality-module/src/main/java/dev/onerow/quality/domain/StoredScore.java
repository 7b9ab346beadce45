package dev.onerow.quality.domain;

/**
 * The current score of a pattern.
 *
 * @param measurement what is stored
 * @param rowVersion moved by every real change, 1 at first
 */
public record StoredScore(Measurement measurement, long rowVersion) {}
