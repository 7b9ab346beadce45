/** A context that sends bills. */
@NullMarked
package dev.onerow.rules.planted.billing;

import org.jspecify.annotations.NullMarked;
