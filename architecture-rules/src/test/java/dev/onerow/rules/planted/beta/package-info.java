/** Knows alpha. */
@NullMarked
package dev.onerow.rules.planted.beta;

import org.jspecify.annotations.NullMarked;
