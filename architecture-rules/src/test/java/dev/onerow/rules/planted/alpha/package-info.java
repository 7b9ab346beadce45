/** Knows beta. */
@NullMarked
package dev.onerow.rules.planted.alpha;

import org.jspecify.annotations.NullMarked;
