package dev.onerow.rules.planted.stations.api;

/** Honest: for others. */
public record StationName(String text) {}
