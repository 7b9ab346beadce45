package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportBatch.Counts;
import dev.onerow.ledger.domain.statement.StatedBalance;
import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One import of one file into one account. */
@MappedEntity("import_batches")
@KeyedTable(conflictsOn = {"accountId", "contentSha256", "profileKey"})
record ImportBatchRow(
        @Id @OnConflict(MergeRule.KEEP) String id,
        String accountId,
        @OnConflict(MergeRule.KEEP) String accountType,
        @OnConflict(MergeRule.KEEP) String format,
        @OnConflict(MergeRule.KEEP) String sourceFileName,
        String contentSha256,
        String profileKey,
        @OnConflict(MergeRule.KEEP) @Micros Instant importedAt,
        @OnConflict(MergeRule.KEEP) int received,
        @OnConflict(MergeRule.KEEP) int created,
        @OnConflict(MergeRule.KEEP) int alreadyPresent,
        @OnConflict(MergeRule.KEEP) int matched,
        @OnConflict(MergeRule.KEEP) int rejectedCount,
        @OnConflict(MergeRule.KEEP) @Nullable @IsoDate LocalDate dateRangeStart,
        @OnConflict(MergeRule.KEEP) @Nullable @IsoDate LocalDate dateRangeEnd,
        @OnConflict(MergeRule.KEEP) @Nullable Long statementBalance,
        @OnConflict(MergeRule.KEEP) @Nullable @IsoDate LocalDate statementBalanceDate,
        @OnConflict(MergeRule.KEEP) Json metadata,
        @DateCreated @Micros @Nullable Instant createdAt) {

    /** All columns of an import, of a table called b. */
    static final String COLUMNS = "b.id, b.account_id, b.account_type, b.format, b.source_file_name, b.content_sha256,"
            + " b.profile_key, b.imported_at, b.received, b.created, b.already_present, b.matched, b.rejected_count,"
            + " b.date_range_start, b.date_range_end, b.statement_balance, b.statement_balance_date, b.metadata,"
            + " b.created_at";

    static ImportBatchRow of(ImportBatch batch) {
        StatedBalance stated = batch.statementBalance();
        Counts counts = batch.counts();
        return new ImportBatchRow(
                batch.id().value(),
                batch.account().value(),
                batch.accountType().word(),
                batch.format().word(),
                batch.fileName(),
                batch.content(),
                batch.profileKey(),
                batch.importedAt(),
                counts.received(),
                counts.created(),
                counts.alreadyPresent(),
                counts.matched(),
                counts.rejected(),
                batch.firstDay(),
                batch.lastDay(),
                stated == null ? null : (Long) stated.amount(),
                stated == null ? null : stated.date(),
                Json.of(Map.of()),
                null);
    }

    Stored<ImportBatch> stored() {
        return Instants.stored(batch(), 1, createdAt, createdAt);
    }

    private ImportBatch batch() {
        return new ImportBatch(
                new BatchId(id),
                new AccountId(accountId),
                Words.of(AccountType.class, accountType),
                Words.of(FileFormat.class, format),
                sourceFileName,
                contentSha256,
                profileKey,
                importedAt,
                new Counts(created, alreadyPresent, matched, rejectedCount),
                dateRangeStart,
                dateRangeEnd,
                statementBalance == null || statementBalanceDate == null
                        ? null
                        : new StatedBalance(statementBalance, statementBalanceDate));
    }
}
