/** Stands for the kernel: the one place that may write, and still not everything. */
@NullMarked
package dev.onerow.rules.planted.kernel;

import org.jspecify.annotations.NullMarked;
