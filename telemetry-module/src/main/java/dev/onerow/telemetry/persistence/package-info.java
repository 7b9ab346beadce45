/** The tables of telemetry: keyed rows that the kernel writes, repositories that only read, and the statistics. */
@NullMarked
package dev.onerow.telemetry.persistence;

import org.jspecify.annotations.NullMarked;
