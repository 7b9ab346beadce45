package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.identity.Attestation;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.Vouching;
import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One raw row vouches for one transaction. */
@MappedEntity("transaction_attestations")
@KeyedTable(conflictsOn = "rawTransactionId")
record AttestationRow(
        @Id String rawTransactionId,
        @OnConflict(MergeRule.KEEP) String transactionId,
        @OnConflict(MergeRule.KEEP) String importBatchId,
        @OnConflict(MergeRule.KEEP) String accountId,
        @OnConflict(MergeRule.KEEP) String fingerprint,
        @OnConflict(MergeRule.KEEP) @Nullable String externalId,
        @OnConflict(MergeRule.KEEP) @IsoDate LocalDate date,
        @OnConflict(MergeRule.KEEP) long amount,
        @DateCreated @Micros @Nullable Instant createdAt) {

    static AttestationRow of(ImportBatch batch, Vouching vouching) {
        Attestation says = vouching.says();
        return new AttestationRow(
                vouching.rawRow(),
                vouching.transaction().value(),
                batch.id().value(),
                batch.account().value(),
                says.fingerprint().value(),
                says.externalId(),
                says.date(),
                says.amount(),
                null);
    }

    Attestation attestation() {
        return new Attestation(new Fingerprint(fingerprint), externalId, date, amount);
    }
}
