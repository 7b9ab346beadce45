/** Transactions: what was booked, by an import or by hand, and what may be changed of it. */
@NullMarked
package dev.onerow.ledger.domain.booking;

import org.jspecify.annotations.NullMarked;
