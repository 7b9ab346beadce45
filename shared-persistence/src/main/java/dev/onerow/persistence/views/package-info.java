/**
 * Makes, drops, describes and reads database views, alike on both databases. Knows nothing of why somebody wants a view:
 * callers bring the SELECT, which they have judged safe, and the decision who may do what.
 */
@NullMarked
package dev.onerow.persistence.views;

import org.jspecify.annotations.NullMarked;
