package dev.onerow.persistence;

/**
 * Which database this process works on; a bean, for logs and reports.
 *
 * @param kind PostgreSQL or SQLite
 * @param url its JDBC URL without parameters, and so without user names and passwords
 */
public record DatabaseInUse(DatabaseKind kind, String url) {}
