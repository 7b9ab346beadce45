/** What others may know of bills. */
@NullMarked
package dev.onerow.rules.planted.billing.api;

import org.jspecify.annotations.NullMarked;
