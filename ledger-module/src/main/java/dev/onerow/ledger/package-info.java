/**
 * The ledger owns accounts, the statements imported into them, their transactions, and the categories given to those.
 */
@NullMarked
package dev.onerow.ledger;

import org.jspecify.annotations.NullMarked;
