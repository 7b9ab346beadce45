/** What the ledger does: one class for each use case, each in one transaction. */
@NullMarked
package dev.onerow.ledger.application;

import org.jspecify.annotations.NullMarked;
