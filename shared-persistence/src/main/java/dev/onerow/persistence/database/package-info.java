/**
 * The ground the kernel stands on: the data source for both databases, migrations, transactions and their savepoints.
 * Internal to {@code shared-persistence}; a type is public here only because the kernel uses it.
 */
@NullMarked
package dev.onerow.persistence.database;

import org.jspecify.annotations.NullMarked;
