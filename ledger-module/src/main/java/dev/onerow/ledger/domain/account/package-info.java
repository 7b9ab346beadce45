/** Accounts: what a bank or a wallet holds, in one currency, and the balance that follows from its statements. */
@NullMarked
package dev.onerow.ledger.domain.account;

import org.jspecify.annotations.NullMarked;
