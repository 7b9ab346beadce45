/**
 * The rules of the ledger, in plain Java: money without rounding, booking dates without zone, and who may change what.
 * Knows no database, no clock and no wire format; what depends on today gets it as an argument.
 */
@NullMarked
package dev.onerow.ledger.domain;

import org.jspecify.annotations.NullMarked;
