package dev.onerow.registry.domain;

/** A column of a view, as the database's catalogue names it. */
public record Column(String name, String type) {}
