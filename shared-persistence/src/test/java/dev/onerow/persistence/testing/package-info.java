/**
 * The databases that tests run on, for this module and, as a test-jar, for every other. A test class annotated with
 * {@link dev.onerow.persistence.testing.OnBothDatabases} runs once on SQLite and once on PostgreSQL.
 */
@NullMarked
package dev.onerow.persistence.testing;

import org.jspecify.annotations.NullMarked;
