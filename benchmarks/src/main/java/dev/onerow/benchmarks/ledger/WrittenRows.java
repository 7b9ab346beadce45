package dev.onerow.benchmarks.ledger;

import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.persistence.Stores;
import dev.onerow.persistence.Transactions;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows that an import has written, as the kernel takes them, to be written again with nothing around it. */
@Singleton
final class WrittenRows {
    private static final int CHUNK = 1_000;

    private final Stores stores;
    private final Transactions transactions;
    private final Batches batches;
    private final RawRows rawRows;
    private final Bookings bookings;
    private final Attestations attestations;
    private final Mappings mappings;

    WrittenRows(
            Stores stores,
            Transactions transactions,
            Batches batches,
            RawRows rawRows,
            Bookings bookings,
            Attestations attestations,
            Mappings mappings) {
        this.stores = stores;
        this.transactions = transactions;
        this.batches = batches;
        this.rawRows = rawRows;
        this.bookings = bookings;
        this.attestations = attestations;
        this.mappings = mappings;
    }

    /** What one import wrote. */
    record Rows(
            Batch batch,
            List<RawRow> rawRows,
            List<Booking> bookings,
            List<Attestation> attestations,
            List<Mapping> mappings) {
        Set<String> bookingIds() {
            return bookings.stream().map(Booking::id).collect(Collectors.toSet());
        }
    }

    /**
     * What an import wrote.
     *
     * @param earlier the transactions that were there before
     */
    Rows of(String batch, Set<String> earlier) {
        return new Rows(
                batches.findById(batch).orElseThrow(),
                rawRows.findByImportBatchId(batch),
                bookings.findAll().stream()
                        .filter(booking -> !earlier.contains(booking.id()))
                        .toList(),
                attestations.findByImportBatchId(batch),
                mappings.findAll().stream()
                        .filter(mapping -> !earlier.contains(mapping.transactionId()))
                        .toList());
    }

    /** Writes them in one transaction. */
    void write(Rows rows) {
        transactions.write(() -> {
            stores.of(Batch.class).upsert(rows.batch());
            stores.of(RawRow.class).upsertAll(rows.rawRows().stream(), CHUNK);
            stores.of(Booking.class).upsertAll(rows.bookings().stream(), CHUNK);
            stores.of(Attestation.class).upsertAll(rows.attestations().stream(), CHUNK);
            stores.of(Mapping.class).upsertAll(rows.mappings().stream(), CHUNK);
            return rows;
        });
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Batches extends GenericRepository<Batch, String> {
        Optional<Batch> findById(String id);
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface RawRows extends GenericRepository<RawRow, String> {
        List<RawRow> findByImportBatchId(String importBatchId);
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Bookings extends GenericRepository<Booking, String> {
        List<Booking> findAll();
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Attestations extends GenericRepository<Attestation, String> {
        List<Attestation> findByImportBatchId(String importBatchId);
    }

    @JdbcRepository(dialect = Dialect.ANSI)
    interface Mappings extends GenericRepository<Mapping, String> {
        List<Mapping> findAll();
    }

    @MappedEntity("import_batches")
    @KeyedTable(conflictsOn = {"accountId", "contentSha256", "profileKey"})
    record Batch(
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
            @DateCreated @Micros @Nullable Instant createdAt) {}

    @MappedEntity("raw_transactions")
    @KeyedTable(conflictsOn = {"importBatchId", "rowNumber"})
    record RawRow(
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
            @DateCreated @Micros @Nullable Instant createdAt) {}

    @MappedEntity("transactions")
    @KeyedTable(conflictsOn = "id")
    record Booking(
            @Id String id,
            @OnConflict(MergeRule.KEEP) String accountId,
            @IsoDate LocalDate date,
            String bookingTime,
            long amount,
            @Nullable String merchant,
            @Nullable String notes,
            @Nullable Long balance,
            @OnConflict(MergeRule.KEEP) int sequenceNumber,
            String flow,
            boolean isNeutral,
            @Nullable String externalId,
            @OnConflict(MergeRule.KEEP) String fingerprint,
            @OnConflict(MergeRule.KEEP) int occurrenceNumber,
            @OnConflict(MergeRule.KEEP) String origin,
            boolean locked,
            @Version long version,
            @DateCreated @Micros @Nullable Instant createdAt,
            @DateUpdated @Micros @Nullable Instant updatedAt) {}

    @MappedEntity("transaction_attestations")
    @KeyedTable(conflictsOn = "rawTransactionId")
    record Attestation(
            @Id String rawTransactionId,
            @OnConflict(MergeRule.KEEP) String transactionId,
            @OnConflict(MergeRule.KEEP) String importBatchId,
            @OnConflict(MergeRule.KEEP) String accountId,
            @OnConflict(MergeRule.KEEP) String fingerprint,
            @OnConflict(MergeRule.KEEP) @Nullable String externalId,
            @OnConflict(MergeRule.KEEP) @IsoDate LocalDate date,
            @OnConflict(MergeRule.KEEP) long amount,
            @DateCreated @Micros @Nullable Instant createdAt) {}

    @MappedEntity("transaction_category_mappings")
    @KeyedTable(conflictsOn = {"transactionId", "ledgerId"})
    record Mapping(
            @Id @OnConflict(MergeRule.KEEP) String id,
            String transactionId,
            String ledgerId,
            String categoryId,
            Json tags,
            String assignedBy,
            @Micros Instant assignedAt,
            @Nullable String ruleId,
            @Nullable Long ruleVersion,
            @Version long version,
            @DateCreated @Micros @Nullable Instant createdAt,
            @DateUpdated @Micros @Nullable Instant updatedAt) {}
}
