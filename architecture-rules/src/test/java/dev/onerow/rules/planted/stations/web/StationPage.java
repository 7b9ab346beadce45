package dev.onerow.rules.planted.stations.web;

/** Honest. */
public record StationPage(int number) {}
