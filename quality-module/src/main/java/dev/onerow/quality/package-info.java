/**
 * Quality keeps one current score for each pattern and every measurement ever made of it. A pattern is a piece of
 * code or text with a name, metadata, use cases and examples; its score is the weighted sum of five dimensions. The
 * manifest filter keeps the patterns whose score reaches a threshold, and a backfill scores whole collections of a
 * vector store in a job that can be interrupted and goes on where it was.
 */
@NullMarked
package dev.onerow.quality;

import org.jspecify.annotations.NullMarked;
