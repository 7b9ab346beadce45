/** Ledgers: saved views over the transactions of all accounts, and which of them a view shows. */
@NullMarked
package dev.onerow.ledger.domain.view;

import org.jspecify.annotations.NullMarked;
