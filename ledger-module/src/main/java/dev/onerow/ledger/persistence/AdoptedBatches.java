package dev.onerow.ledger.persistence;

import static java.util.stream.Collectors.toMap;

import dev.onerow.ledger.domain.AccountId;
import dev.onerow.ledger.domain.AccountType;
import dev.onerow.ledger.domain.BatchId;
import dev.onerow.ledger.domain.Sha256;
import dev.onerow.ledger.domain.account.Accounts;
import dev.onerow.ledger.domain.imports.FileFormat;
import dev.onerow.ledger.domain.imports.ImportBatch;
import dev.onerow.ledger.domain.imports.ImportBatch.Counts;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Imports of older ledgers. Their files are gone, so that the old id stands for the content. */
@Singleton
final class AdoptedBatches implements Adoption<AdoptedBatches.OldBatch> {
    static final String TABLE = "import_batches";
    private static final OldShape SHAPE = new OldShape(
            46,
            TABLE,
            Set.of("id", "account_id"),
            Set.of(
                    "account_type",
                    "format",
                    "source_file_name",
                    "file_name",
                    "imported_at",
                    "received",
                    "created",
                    "already_present",
                    "matched",
                    "rejected_count",
                    "metadata",
                    "created_at",
                    "updated_at"),
            "imports: counted anew from their raw rows");

    private final Store<ImportBatchRow> batches;
    private final Accounts accounts;

    AdoptedBatches(Stores stores, Accounts accounts) {
        this.batches = stores.of(ImportBatchRow.class).quarantining();
        this.accounts = accounts;
    }

    /** An import whose account is still to be found. */
    record OldBatch(
            BatchId id, AccountId account, Optional<AccountType> type, FileFormat format, String file, Instant at) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldBatch> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        Optional<String> account = OldLedger.key(row, "account_id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        if (account.isEmpty()) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        String file = row.textOr("source_file_name", row.textOr("file_name", ""));
        boolean isOfx = file.toLowerCase(Locale.ROOT).matches(".*\\.(ofx|qfx)");
        return Reading.kept(
                id.get(),
                row.rankByTime("updated_at", "created_at"),
                new OldBatch(
                        new BatchId(id.get()),
                        new AccountId(account.get()),
                        OldLedger.word(AccountType.class, row.text("account_type")),
                        OldLedger.word(FileFormat.class, row.text("format"))
                                .orElse(isOfx ? FileFormat.OFX : FileFormat.CSV),
                        file,
                        row.has("imported_at") ? row.requiredInstant("imported_at") : OldLedger.changedAt(row)));
    }

    @Override
    public Writer<OldBatch> writer(AdoptionRun run) {
        Map<String, int[]> rejectedAndAll = new HashMap<>();
        OldRawRows.forEach(run, (raw, isPaired) -> {
            int[] counts = rejectedAndAll.computeIfAbsent(raw.requiredText("import_batch_id"), id -> new int[2]);
            counts[0] += isPaired ? 0 : 1;
            counts[1]++;
        });
        return old -> write(old, rejectedAndAll);
    }

    private List<Adopted> write(List<OldBatch> old, Map<String, int[]> rejectedAndAll) {
        Map<AccountId, AccountType> types =
                accounts.findAll(old.stream().map(OldBatch::account).distinct().toList()).stream()
                        .collect(toMap(
                                account -> account.value().id(),
                                account -> account.value().type()));
        List<ImportBatchRow> rows = new ArrayList<>();
        for (OldBatch batch : old) {
            AccountType type = types.get(batch.account());
            if (type != null) {
                int[] counts = rejectedAndAll.getOrDefault(batch.id().value(), new int[2]);
                rows.add(ImportBatchRow.of(new ImportBatch(
                        batch.id(),
                        batch.account(),
                        batch.type().orElse(type),
                        batch.format(),
                        batch.file(),
                        Sha256.of("adopted:" + batch.id().value()),
                        "",
                        batch.at(),
                        new Counts(counts[1] - counts[0], 0, 0, counts[0]),
                        null,
                        null,
                        null)));
            }
        }
        var written = batches.upsertAll(rows).iterator();
        return old.stream()
                .map(batch -> types.containsKey(batch.account())
                        ? AgedRows.adopted(written.next())
                        : Adopted.refused(Reason.INVALID_VALUE))
                .toList();
    }
}
