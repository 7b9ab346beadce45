/**
 * Recognises the statements that matter to the rules in any text: SQL, a piece of SQL, or prose that only sounds like
 * it. It is no SQL parser: it knows how such statements begin and what must follow, for PostgreSQL and SQLite.
 */
@NullMarked
package dev.onerow.rules.sql;

import org.jspecify.annotations.NullMarked;
