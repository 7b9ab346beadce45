package dev.onerow.persistence.views;

/**
 * A view that reads another one.
 *
 * @param distance 1 when it names the other view itself, one more for each view between
 */
public record Dependant(String schema, String name, int distance) {}
