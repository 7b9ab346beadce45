/**
 * Quality owns the scores of patterns and their history: the scorer, the manifest of what was scored, and the backfills
 * that bring scores of earlier times in.
 */
@NullMarked
package dev.onerow.quality;

import org.jspecify.annotations.NullMarked;
