/**
 * The registry owns rules, their numbered versions, and the database views that are made of the active ones.
 */
@NullMarked
package dev.onerow.registry;

import org.jspecify.annotations.NullMarked;
