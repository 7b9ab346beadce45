/** What quality does: one class for each thing that somebody wants done, its transaction included. */
@NullMarked
package dev.onerow.quality.application;

import org.jspecify.annotations.NullMarked;
