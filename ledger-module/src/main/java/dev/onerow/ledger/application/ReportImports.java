package dev.onerow.ledger.application;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.account.Account;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.account.Balance;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.imports.ImportReport;
import dev.onerow.ledger.domain.imports.ImportReport.RejectedRow;
import dev.onerow.ledger.domain.statement.StatedBalance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells everything about imports; the number of statements does not grow with the imports. */
@Singleton
public final class ReportImports {
    private static final int MOST_LISTED = 100;

    private final Accounts accounts;
    private final ImportLog log;

    ReportImports(Accounts accounts, ImportLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /** The report of one import, with all its rejected records. */
    public ImportReport of(Stored<ImportBatch> batch) {
        BatchId id = batch.value().id();
        return of(List.of(batch), Map.of(id, log.rejected(id))).get(0);
    }

    /** The reports of some imports, in their order, with the first 100 rejected records of each. */
    public List<ImportReport> of(List<Stored<ImportBatch>> batches) {
        return of(batches, log.firstRejected(ids(batches), MOST_LISTED));
    }

    private List<ImportReport> of(List<Stored<ImportBatch>> batches, Map<BatchId, List<RejectedRow>> rejected) {
        List<BatchId> ids = ids(batches);
        Map<AccountId, Account> owners = new HashMap<>();
        accounts.findAll(batches.stream().map(batch -> batch.value().account()).toList())
                .forEach(stored -> owners.put(stored.value().id(), stored.value()));
        Map<AccountId, Balance> balances = accounts.balances(owners.values());
        Map<BatchId, Long> sums = log.sumsUpToBalance(ids);
        Map<BatchId, Long> notInFile = log.notInFile(ids);
        return batches.stream()
                .map(batch -> {
                    BatchId id = batch.value().id();
                    Account account =
                            Objects.requireNonNull(owners.get(batch.value().account()));
                    return new ImportReport(
                            batch.value(),
                            batch.createdAt(),
                            account.currency(),
                            rejected.getOrDefault(id, List.of()),
                            Objects.requireNonNull(balances.get(account.id())).amount(),
                            gap(batch.value().statementBalance(), account, sums.getOrDefault(id, 0L)),
                            notInFile.getOrDefault(id, 0L));
                })
                .toList();
    }

    private static List<BatchId> ids(List<Stored<ImportBatch>> batches) {
        return batches.stream().map(batch -> batch.value().id()).toList();
    }

    private static @Nullable Long gap(@Nullable StatedBalance stated, Account account, long sum) {
        return stated == null ? null : (Long) (stated.amount() - account.initialBalance() - sum);
    }
}
