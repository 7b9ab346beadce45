package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.RawRow;
import dev.onerow.ledger.domain.imports.RowOutcome;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record of an imported file as it is shown, with the transaction it vouches for. */
@Serdeable
record RawRowView(
        String id,
        String accountId,
        String accountType,
        String importBatchId,
        int rowNumber,
        int line,
        String sourceFileName,
        Instant extractedAt,
        String rawData,
        Json parsedData,
        @Nullable String fingerprint,
        String outcome,
        @Nullable String problem,
        boolean isProcessed,
        @Nullable String transactionId,
        Instant createdAt) {

    static RawRowView of(ImportBatch batch, Stored<RawRow> stored, @Nullable String transactionId) {
        RawRow row = stored.value();
        return new RawRowView(
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
                row.fingerprint() == null ? null : row.fingerprint().value(),
                row.outcome().word(),
                row.problem(),
                row.outcome() != RowOutcome.REJECTED,
                transactionId,
                stored.createdAt());
    }
}
