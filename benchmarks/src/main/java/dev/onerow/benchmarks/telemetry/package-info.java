/** What telemetry costs from the socket to the row, held against the kernel and the SQL beneath it. */
@NullMarked
package dev.onerow.benchmarks.telemetry;

import org.jspecify.annotations.NullMarked;
