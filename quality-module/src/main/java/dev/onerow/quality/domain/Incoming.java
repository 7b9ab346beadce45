package dev.onerow.quality.domain;

/**
 * A measurement on its way in.
 *
 * @param measurement what is to be stored
 * @param entrance how it comes
 * @param isTimed whether the sender named the time; otherwise it is the time of arrival
 */
public record Incoming(Measurement measurement, Entrance entrance, boolean isTimed) {}
