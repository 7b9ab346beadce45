/** The tables of the ledger: their keyed rows, what reads them, and what the domain asks of them. */
@NullMarked
package dev.onerow.ledger.persistence;

import org.jspecify.annotations.NullMarked;
