/**
 * Measures what a write costs: the kernel side by side with peers doing the same work, and each context from its use
 * case down. Not part of the application. A figure is one class; {@code README.md} of this module says how to add one.
 */
@NullMarked
package dev.onerow.benchmarks;

import org.jspecify.annotations.NullMarked;
