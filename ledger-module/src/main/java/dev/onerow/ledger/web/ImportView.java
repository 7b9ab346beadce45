package dev.onerow.ledger.web;

import dev.onerow.ledger.domain.CurrencyCode;
import dev.onerow.ledger.domain.Money;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportReport;
import dev.onerow.ledger.domain.statement.StatedBalance;
import dev.onerow.persistence.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An import as it is shown: every record of the file is accounted for. */
@Serdeable
record ImportView(
        String id,
        String accountId,
        String accountType,
        String format,
        String sourceFileName,
        String contentSha256,
        String profileKey,
        Instant importedAt,
        int received,
        int created,
        int alreadyPresent,
        int matched,
        int rejectedCount,
        List<RejectedView> rejected,
        @Nullable String dateRangeStart,
        @Nullable String dateRangeEnd,
        String currencyCode,
        String balance,
        @Nullable String statementBalance,
        @Nullable String statementBalanceDate,
        @Nullable String balanceGap,
        long notInFile,
        Json metadata,
        Instant createdAt) {

    /** A record that made no transaction. */
    @Serdeable
    record RejectedView(int line, String problem) {}

    static ImportView of(ImportReport report) {
        ImportBatch batch = report.batch();
        CurrencyCode currency = report.currency();
        StatedBalance stated = batch.statementBalance();
        ImportBatch.Counts counts = batch.counts();
        return new ImportView(
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
                report.rejected().stream()
                        .map(row -> new RejectedView(row.line(), row.problem()))
                        .toList(),
                Inputs.shown(batch.firstDay()),
                Inputs.shown(batch.lastDay()),
                currency.value(),
                Money.decimal(report.balance(), currency),
                stated == null ? null : Money.decimal(stated.amount(), currency),
                stated == null ? null : Inputs.shown(stated.date()),
                Inputs.shown(report.gap(), currency),
                report.notInFile(),
                Json.of(Map.of()),
                report.createdAt());
    }
}
