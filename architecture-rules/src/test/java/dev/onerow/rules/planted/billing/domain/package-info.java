/** What a bill is. */
@NullMarked
package dev.onerow.rules.planted.billing.domain;

import org.jspecify.annotations.NullMarked;
