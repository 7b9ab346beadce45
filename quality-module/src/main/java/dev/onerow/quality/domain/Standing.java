package dev.onerow.quality.domain;

/**
 * The current score of a pattern as a measurement finds it when it comes in.
 *
 * @param measurement what is stored
 * @param rowVersion moved by every real change, 1 at first
 */
public record Standing(Measurement measurement, long rowVersion) {}
