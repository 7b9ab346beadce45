/**
 * Recognises what the ledger already has. The records of a file are paired with stored transactions one to one, so
 * that a file read again makes nothing new, and true twins stay two. An identifier of the bank helps where it can be
 * trusted, and is nowhere the identity.
 */
@NullMarked
package dev.onerow.ledger.domain.identity;

import org.jspecify.annotations.NullMarked;
