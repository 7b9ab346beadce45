package dev.onerow.persistence.views;

/**
 * A column of a view.
 *
 * @param type as PostgreSQL's {@code format_type} writes it; on SQLite the declared type in lower case, or {@code any}
 */
public record ViewColumn(String name, String type) {}
