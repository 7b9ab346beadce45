package dev.onerow.ledger.domain.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an imported row said that vouches for a transaction. It stays true when the transaction is edited.
 *
 * @param fingerprint fingerprint of the row
 * @param externalId the bank's identifier in the row
 * @param date date of the row
 * @param amount amount of the row in minor units
 */
public record Attestation(Fingerprint fingerprint, @Nullable String externalId, LocalDate date, long amount) {}
