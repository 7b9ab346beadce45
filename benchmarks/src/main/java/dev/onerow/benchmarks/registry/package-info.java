/** What executing rules costs. */
@NullMarked
package dev.onerow.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
