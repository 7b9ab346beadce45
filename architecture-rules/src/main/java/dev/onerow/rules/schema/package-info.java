/**
 * Reads what a database made by the migrations looks like: tables, columns, keys and foreign keys, in one form for
 * PostgreSQL and SQLite, so that two can be compared.
 */
@NullMarked
package dev.onerow.rules.schema;

import org.jspecify.annotations.NullMarked;
