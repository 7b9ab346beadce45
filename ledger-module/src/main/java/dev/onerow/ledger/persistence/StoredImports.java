package dev.onerow.ledger.persistence;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Stored;
import dev.onerow.ledger.domain.TransactionId;
import dev.onerow.ledger.domain.account.Accounts.Contents;
import dev.onerow.ledger.domain.identity.Candidate;
import dev.onerow.ledger.domain.identity.KnownTransaction;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportLog;
import dev.onerow.ledger.domain.imports.ImportReport.RejectedRow;
import dev.onerow.ledger.domain.imports.RawRow;
import dev.onerow.ledger.domain.imports.Vouching;
import dev.onerow.persistence.Key;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports in the tables {@code import_batches}, {@code raw_transactions} and {@code transaction_attestations}. */
@Singleton
final class StoredImports implements ImportLog {
    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");
    private static final Comparator<Voucher> LATEST_FIRST = Comparator.comparing(
                    (Voucher voucher) -> voucher.batch().importedAt())
            .reversed()
            .thenComparing(voucher -> voucher.row().value().id());

    private final Store<ImportBatchRow> batches;
    private final Store<RawTransactionRow> rawRows;
    private final Store<AttestationRow> attestations;
    private final ImportReads reads;
    private final RawTransactionReads rawReads;
    private final AttestationReads attestationReads;
    private final TransactionReads transactionReads;
    private final CandidateSearch candidates;

    StoredImports(
            Stores stores,
            ImportReads reads,
            RawTransactionReads rawReads,
            AttestationReads attestationReads,
            TransactionReads transactionReads,
            CandidateSearch candidates) {
        this.batches = stores.of(ImportBatchRow.class);
        this.rawRows = stores.of(RawTransactionRow.class);
        this.attestations = stores.of(AttestationRow.class);
        this.reads = reads;
        this.rawReads = rawReads;
        this.attestationReads = attestationReads;
        this.transactionReads = transactionReads;
        this.candidates = candidates;
    }

    @Override
    public Optional<Stored<ImportBatch>> find(BatchId id) {
        return reads.findById(id.value()).map(ImportBatchRow::stored);
    }

    @Override
    public Optional<Stored<ImportBatch>> find(AccountId account, String content, String profileKey) {
        return reads.findByAccountIdAndContentSha256AndProfileKey(account.value(), content, profileKey)
                .map(ImportBatchRow::stored);
    }

    @Override
    public List<Stored<ImportBatch>> page(
            @Nullable String account, @Nullable Instant afterImportedAt, String afterId, int limit) {
        Instant after = afterImportedAt == null ? AFTER_ALL : afterImportedAt;
        return reads.page(account, after, afterId, limit).stream()
                .map(ImportBatchRow::stored)
                .toList();
    }

    @Override
    public List<Stored<RawRow>> rawRows(BatchId id, int afterNumber, int limit) {
        return rawReads.page(id.value(), afterNumber, limit).stream()
                .map(RawTransactionRow::stored)
                .toList();
    }

    @Override
    public List<Voucher> vouchersOf(TransactionId id) {
        List<AttestationRow> vouching = attestationReads.findByTransactionIdIn(List.of(id.value()));
        Map<String, ImportBatch> imports = new HashMap<>();
        for (List<String> some : Writes.chunks(
                vouching.stream().map(AttestationRow::importBatchId).distinct().toList())) {
            reads.findByIdIn(some)
                    .forEach(row -> imports.put(row.id(), row.stored().value()));
        }
        List<Voucher> vouchers = new ArrayList<>();
        for (List<String> some : Writes.chunks(
                vouching.stream().map(AttestationRow::rawTransactionId).toList())) {
            rawReads.findByIdIn(some)
                    .forEach(row -> vouchers.add(
                            new Voucher(Objects.requireNonNull(imports.get(row.importBatchId())), row.stored())));
        }
        vouchers.sort(LATEST_FIRST);
        return vouchers;
    }

    @Override
    public Map<String, TransactionId> vouchedForBy(Collection<String> rawRows) {
        Map<String, TransactionId> vouchedFor = new HashMap<>();
        for (List<String> some : Writes.chunks(rawRows)) {
            attestationReads
                    .findByRawTransactionIdIn(some)
                    .forEach(row -> vouchedFor.put(row.rawTransactionId(), new TransactionId(row.transactionId())));
        }
        return vouchedFor;
    }

    @Override
    public void record(ImportBatch batch) {
        batches.upsert(ImportBatchRow.of(batch));
    }

    @Override
    public void recordRows(ImportBatch batch, List<RawRow> rows) {
        rawRows.upsertAll(rows.stream().map(row -> RawTransactionRow.of(batch, row)), Writes.AT_ONCE);
    }

    @Override
    public void recordVouchings(ImportBatch batch, List<Vouching> vouchings) {
        attestations.upsertAll(vouchings.stream().map(vouching -> AttestationRow.of(batch, vouching)), Writes.AT_ONCE);
    }

    @Override
    public List<KnownTransaction> candidates(AccountId account, List<Candidate> rows, boolean statedInRows) {
        return candidates.of(account, rows, statedInRows);
    }

    @Override
    public List<RejectedRow> rejected(BatchId id) {
        return reads.rejected(id.value()).stream()
                .map(row -> new RejectedRow(row.line(), row.problem()))
                .toList();
    }

    @Override
    public Map<BatchId, List<RejectedRow>> firstRejected(Collection<BatchId> ids, int most) {
        Map<BatchId, List<RejectedRow>> rejected = new HashMap<>();
        reads.firstRejected(values(ids), most)
                .forEach(row -> rejected.computeIfAbsent(new BatchId(row.importBatchId()), none -> new ArrayList<>())
                        .add(new RejectedRow(row.line(), row.problem())));
        return rejected;
    }

    @Override
    public Map<BatchId, Long> sumsUpToBalance(Collection<BatchId> ids) {
        return amounts(reads.sumsUpToBalance(values(ids)));
    }

    @Override
    public Map<BatchId, Long> notInFile(Collection<BatchId> ids) {
        return amounts(reads.notInFile(values(ids)));
    }

    @Override
    public List<TransactionId> vouchedForByAlone(BatchId id) {
        return reads.vouchedForByAlone(id.value()).stream()
                .map(TransactionId::new)
                .toList();
    }

    @Override
    public List<TransactionId> lockedAmong(Collection<TransactionId> ids) {
        List<TransactionId> locked = new ArrayList<>();
        for (List<TransactionId> some : Writes.chunks(ids)) {
            transactionReads
                    .lockedAmong(some.stream().map(TransactionId::value).toList())
                    .forEach(id -> locked.add(new TransactionId(id)));
        }
        return locked;
    }

    @Override
    public Contents contents(BatchId id, Collection<TransactionId> transactions) {
        long mappings = 0;
        long manual = 0;
        for (List<TransactionId> some : Writes.chunks(transactions)) {
            List<String> ids = some.stream().map(TransactionId::value).toList();
            mappings += reads.countMappings(ids);
            manual += reads.countManualMappings(ids);
        }
        return new Contents(1, reads.countRawRows(id.value()), transactions.size(), mappings, manual);
    }

    @Override
    public void remove(ImportBatch batch) {
        batches.delete(Key.of(batch.account().value(), batch.content(), batch.profileKey()));
    }

    @Override
    public Optional<Long> balanceBefore(AccountId account, LocalDate day) {
        return reads.balanceBefore(account.value(), day);
    }

    private static Map<BatchId, Long> amounts(List<BatchAmount> found) {
        Map<BatchId, Long> amounts = new HashMap<>();
        found.forEach(amount -> amounts.put(new BatchId(amount.batchId()), amount.amount()));
        return amounts;
    }

    private static List<String> values(Collection<BatchId> ids) {
        return ids.isEmpty() ? List.of("") : ids.stream().map(BatchId::value).toList();
    }
}
