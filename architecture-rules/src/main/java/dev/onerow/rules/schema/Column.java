package dev.onerow.rules.schema;

/**
 * A column.
 *
 * @param isNullable whether it can hold NULL
 * @param isGenerated whether the database makes its value when none is given: an identity, a sequence, SQLite's rowid,
 *     or a computed column
 */
public record Column(String name, boolean isNullable, boolean isGenerated) {}
