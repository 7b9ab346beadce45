/** Imports: which file was read into which account, what became of each of its records, and how to take one back. */
@NullMarked
package dev.onerow.ledger.domain.imports;

import org.jspecify.annotations.NullMarked;
