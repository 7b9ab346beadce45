package dev.onerow.rules.schema;

/** What one database has in a table and another has not. */
public record Difference(String table, String text) {}
