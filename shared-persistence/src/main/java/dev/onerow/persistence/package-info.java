/**
 * One key, one row, however often it is written: the upsert kernel, the proof that the schema supports it, and the data
 * source for PostgreSQL and embedded SQLite. The only place where {@code java.sql} is touched.
 */
@NullMarked
package dev.onerow.persistence;

import org.jspecify.annotations.NullMarked;
