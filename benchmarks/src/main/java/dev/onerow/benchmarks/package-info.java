/**
 * Measures what a write costs: the kernel by itself, and side by side with peers doing the same work. Not part of the
 * application.
 */
@NullMarked
package dev.onerow.benchmarks;

import org.jspecify.annotations.NullMarked;
