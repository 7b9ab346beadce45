package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.identity.Fingerprint;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.RawRow;
import dev.onerow.ledger.domain.imports.RowOutcome;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One record of an imported file. */
@MappedEntity("raw_transactions")
@KeyedTable(conflictsOn = {"importBatchId", "rowNumber"})
record RawTransactionRow(
        @Id @OnConflict(MergeRule.KEEP) String id,
        @OnConflict(MergeRule.KEEP) String accountId,
        @OnConflict(MergeRule.KEEP) String accountType,
        String importBatchId,
        int rowNumber,
        @OnConflict(MergeRule.KEEP) int line,
        @OnConflict(MergeRule.KEEP) String sourceFileName,
        @OnConflict(MergeRule.KEEP) @Micros Instant extractedAt,
        @OnConflict(MergeRule.KEEP) String rawData,
        @OnConflict(MergeRule.KEEP) Json parsedData,
        @OnConflict(MergeRule.KEEP) @Nullable String fingerprint,
        @OnConflict(MergeRule.KEEP) String outcome,
        @OnConflict(MergeRule.KEEP) @Nullable String problem,
        @OnConflict(MergeRule.KEEP) boolean isProcessed,
        @DateCreated @Micros @Nullable Instant createdAt) {

    static RawTransactionRow of(ImportBatch batch, RawRow row) {
        Fingerprint seen = row.fingerprint();
        return new RawTransactionRow(
                row.id(),
                batch.account().value(),
                batch.accountType().word(),
                batch.id().value(),
                row.number(),
                row.line(),
                batch.fileName(),
                batch.importedAt(),
                row.verbatim(),
                Json.parse(row.parsed()),
                seen == null ? null : seen.value(),
                row.outcome().word(),
                row.problem(),
                row.outcome() != RowOutcome.REJECTED,
                null);
    }

    Stored<RawRow> stored() {
        RawRow row = new RawRow(
                id,
                rowNumber,
                line,
                rawData,
                parsedData.text(),
                fingerprint == null ? null : new Fingerprint(fingerprint),
                Words.of(RowOutcome.class, outcome),
                problem);
        return Instants.stored(row, 1, createdAt, createdAt);
    }
}
