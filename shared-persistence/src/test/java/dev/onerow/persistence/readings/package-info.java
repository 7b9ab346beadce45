/** Keyed tables for the tests of the kernel: a counter, a guarded state with unique serial, and its append-only notes. */
@NullMarked
package dev.onerow.persistence.readings;

import org.jspecify.annotations.NullMarked;
