package dev.onerow.ledger.domain.identity;

import dev.onerow.ledger.domain.TransactionId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored transaction of the account, as far as pairing looks at it.
 *
 * @param date the date it has now
 * @param amount the amount it has now, in minor units
 * @param text the normalised text it has now
 * @param fingerprint what it looked like when it was made
 * @param occurrence its number among those of this fingerprint, from 1
 * @param externalId the bank's identifier it has now
 * @param balance the balance stated for it; null too when it was only worked out
 * @param attestations the imported rows that vouch for it
 */
public record KnownTransaction(
        TransactionId id,
        LocalDate date,
        long amount,
        String text,
        Fingerprint fingerprint,
        int occurrence,
        @Nullable String externalId,
        @Nullable Long balance,
        List<Attestation> attestations) {

    /** Copies the attestations. */
    public KnownTransaction {
        attestations = List.copyOf(attestations);
    }

    boolean isAttested() {
        return !attestations.isEmpty();
    }

    Set<Fingerprint> fingerprints() {
        Set<Fingerprint> all = new HashSet<>(Set.of(fingerprint));
        attestations.forEach(attestation -> all.add(attestation.fingerprint()));
        return all;
    }

    Set<String> externalIds() {
        Set<String> all = new HashSet<>();
        if (externalId != null) {
            all.add(externalId);
        }
        for (Attestation attestation : attestations) {
            String attested = attestation.externalId();
            if (attested != null) {
                all.add(attested);
            }
        }
        return all;
    }

    /** Under which identifier, date and amount it is known: as imported, or as entered when no import vouches for it. */
    Set<BankReference> bankReferences() {
        Set<BankReference> all = new HashSet<>();
        if (!isAttested() && externalId != null) {
            all.add(new BankReference(externalId, date, amount));
        }
        for (Attestation attestation : attestations) {
            String attested = attestation.externalId();
            if (attested != null) {
                all.add(new BankReference(attested, attestation.date(), attestation.amount()));
            }
        }
        return all;
    }
}
