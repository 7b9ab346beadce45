package dev.onerow.rules.planted.stations.domain;

/** Honest: plain Java. */
public record Station(String code) {}
