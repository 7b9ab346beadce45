/**
 * The rules that keep the house in shape, as a library: which module may know which, and that keyed tables are written by
 * the kernel alone.
 */
@NullMarked
package dev.onerow.rules;

import org.jspecify.annotations.NullMarked;
