package dev.onerow.telemetry.domain;

import java.time.Instant;

/**
 * How often a host answered with a status, and the event times of the first and the last of it.
 *
 * @param count at least 1
 */
public record Counter(long count, Instant firstSeen, Instant lastSeen) {}
