/** Looks at the statements that the ledger sends to its database. */
@NullMarked
package dev.onerow.ledger.statements;

import org.jspecify.annotations.NullMarked;
