/**
 * Reads databases that were there before, and takes their rows over: one pass through the old database, sorted aside in a
 * temporary file, then chunk by chunk through the stores. Each context says by an {@link
 * dev.onerow.persistence.adopting.Adoption} what a row of an older table becomes.
 */
@NullMarked
package dev.onerow.persistence.adopting;

import org.jspecify.annotations.NullMarked;
