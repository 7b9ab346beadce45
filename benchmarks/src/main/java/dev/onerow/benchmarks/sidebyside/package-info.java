/**
 * The kernel beside what else a Java developer would take: hand-written JDBC, jOOQ and Hibernate at their best
 * settings, and the least work that stores the rows at all. Each does the same upsert of the same rows.
 */
@NullMarked
package dev.onerow.benchmarks.sidebyside;

import org.jspecify.annotations.NullMarked;
