/** What scores of patterns cost: to compute, to write again, to backfill from a file, and to find the best of. */
@NullMarked
package dev.onerow.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
