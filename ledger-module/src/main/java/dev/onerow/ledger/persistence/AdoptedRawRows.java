package dev.onerow.ledger.persistence;

import static java.util.stream.Collectors.toMap;

import dev.onerow.ledger.domain.imports.RowOutcome;
import dev.onerow.persistence.InstantConverter;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.Store;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.AdoptionRun.Mate;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reason;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Raw rows of older ledgers, numbered by their time. Each vouches for the transaction that is equal to it, one to one;
 * where there is none left it vouches for nothing.
 */
@Singleton
final class AdoptedRawRows implements Adoption<AdoptedRawRows.OldRaw> {
    static final String TABLE = "raw_transactions";
    private static final String UNPAIRED = "No transaction of the older ledger is equal to it.";
    private static final OldShape SHAPE = new OldShape(
            47,
            TABLE,
            Set.of("id", "account_id", "import_batch_id", "raw_data"),
            Set.of(
                    "account_type",
                    "source_file_name",
                    "extracted_at",
                    "parsed_data",
                    "fingerprint",
                    "is_processed",
                    "date",
                    "amount",
                    "merchant",
                    "description",
                    "notes",
                    "created_at",
                    "updated_at"),
            "raw rows: each vouches for the transaction that equals it");

    private final Store<RawTransactionRow> raws;
    private final Store<AttestationRow> attestations;
    private final ImportReads batches;
    private final TransactionReads transactions;

    AdoptedRawRows(Stores stores, ImportReads batches, TransactionReads transactions) {
        this.raws = stores.of(RawTransactionRow.class).quarantining();
        this.attestations = stores.of(AttestationRow.class).quarantining();
        this.batches = batches;
        this.transactions = transactions;
    }

    /**
     * A raw row whose import and transaction are still to be found.
     *
     * @param number its number in its import; 0 when an earlier row has its id
     */
    record OldRaw(
            String id,
            String batch,
            int number,
            Optional<Mate> mate,
            Instant extractedAt,
            @Nullable String file,
            String rawData,
            Json parsed,
            @Nullable String externalId) {}

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<OldRaw> read(OldRow row) {
        Optional<String> id = OldLedger.key(row, "id");
        Optional<String> batch = OldLedger.key(row, "import_batch_id");
        if (id.isEmpty()) {
            return Reading.refused(row.has("id") ? Reason.INVALID_KEY : Reason.NULL_KEY);
        }
        if (batch.isEmpty()) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Instant extractedAt = row.has("extracted_at") ? row.requiredInstant("extracted_at") : OldLedger.changedAt(row);
        Optional<String> likeness = OldRawRows.likeness(row);
        Reading.Kept<OldRaw> kept = Reading.kept(
                batch.get(),
                batch.get() + " " + id.get(),
                OldRow.earliestFirst(extractedAt),
                new OldRaw(
                        id.get(),
                        batch.get(),
                        row.place(),
                        likeness.map(text -> new Mate(text, row.numberAmongMates())),
                        extractedAt,
                        row.text("source_file_name"),
                        row.requiredText("raw_data"),
                        Json.of(row.tree("parsed_data") instanceof Map<?, ?> parsed ? parsed : Map.of()),
                        OldRawRows.said(row).map(OldLedger::externalId).orElse(null)));
        return likeness.<Reading<OldRaw>>map(text -> kept.withMates(text, InstantConverter.text(extractedAt)))
                .orElse(kept);
    }

    @Override
    public Writer<OldRaw> writer(AdoptionRun run) {
        return old -> write(old, run);
    }

    private List<Adopted> write(List<OldRaw> old, AdoptionRun run) {
        Map<String, ImportBatchRow> known =
                batches.findByIdIn(old.stream().map(OldRaw::batch).distinct().toList()).stream()
                        .collect(toMap(ImportBatchRow::id, Function.identity()));
        Map<Mate, String> mates = run.matesOf(
                AdoptedTransactions.TABLE,
                old.stream().map(OldRaw::mate).flatMap(Optional::stream).toList());
        Map<String, TransactionRow> bookings = (mates.isEmpty()
                        ? List.<TransactionRow>of()
                        : transactions.findByIdIn(List.copyOf(mates.values())))
                .stream().collect(toMap(TransactionRow::id, Function.identity()));
        List<RawTransactionRow> rows = new ArrayList<>();
        List<AttestationRow> vouching = new ArrayList<>();
        for (OldRaw raw : old) {
            ImportBatchRow batch = known.get(raw.batch());
            if (batch != null && raw.number() > 0) {
                TransactionRow booking =
                        raw.mate().map(mates::get).map(bookings::get).orElse(null);
                rows.add(row(raw, batch, booking));
                if (booking != null) {
                    vouching.add(attestation(raw, batch, booking));
                }
            }
        }
        var written = raws.upsertAll(rows).iterator();
        attestations.upsertAll(vouching);
        List<Adopted> adopted = new ArrayList<>();
        for (OldRaw raw : old) {
            if (!known.containsKey(raw.batch())) {
                adopted.add(Adopted.refused(Reason.INVALID_VALUE));
            } else if (raw.number() > 0) {
                adopted.add(AgedRows.adopted(written.next()));
            } else {
                adopted.add(new Adopted(Outcome.FOLDED, Reason.OLDER));
            }
        }
        return adopted;
    }

    private static RawTransactionRow row(OldRaw raw, ImportBatchRow batch, @Nullable TransactionRow booking) {
        return new RawTransactionRow(
                raw.id(),
                batch.accountId(),
                batch.accountType(),
                raw.batch(),
                raw.number(),
                raw.number(),
                Objects.requireNonNullElse(raw.file(), batch.sourceFileName()),
                raw.extractedAt(),
                raw.rawData(),
                raw.parsed(),
                booking == null ? null : booking.fingerprint(),
                (booking == null ? RowOutcome.REJECTED : RowOutcome.CREATED).word(),
                booking == null ? UNPAIRED : null,
                booking != null,
                null);
    }

    private static AttestationRow attestation(OldRaw raw, ImportBatchRow batch, TransactionRow booking) {
        return new AttestationRow(
                raw.id(),
                booking.id(),
                batch.id(),
                batch.accountId(),
                booking.fingerprint(),
                raw.externalId(),
                booking.date(),
                booking.amount(),
                null);
    }
}
