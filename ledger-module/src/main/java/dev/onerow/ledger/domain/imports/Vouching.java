package dev.onerow.ledger.domain.imports;

import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.identity.Attestation;

/**
 * One raw row vouches for one transaction.
 *
 * @param rawRow id of the raw row
 * @param says what the row said
 */
public record Vouching(String rawRow, TransactionId transaction, Attestation says) {}
