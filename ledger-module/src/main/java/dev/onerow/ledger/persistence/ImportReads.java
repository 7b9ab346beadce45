package dev.onerow.ledger.persistence;

import dev.onerow.persistence.IsoDate;
import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads imports. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ImportReads extends GenericRepository<ImportBatchRow, String> {

    Optional<ImportBatchRow> findById(String id);

    List<ImportBatchRow> findByIdIn(List<String> ids);

    Optional<ImportBatchRow> findByAccountIdAndContentSha256AndProfileKey(
            String accountId, String contentSha256, String profileKey);

    @Query("SELECT " + ImportBatchRow.COLUMNS + """
             FROM import_batches b
            WHERE b.imported_at <= :afterImportedAt AND (b.imported_at < :afterImportedAt OR b.id < :afterId)
                AND (CAST(:account AS text) IS NULL OR b.account_id = CAST(:account AS text))
            ORDER BY b.imported_at DESC, b.id DESC
            LIMIT :limit
            """)
    List<ImportBatchRow> page(@Nullable String account, @Micros Instant afterImportedAt, String afterId, int limit);

    @Query("""
            SELECT r.import_batch_id, r.line, r.problem
            FROM raw_transactions r
            WHERE r.import_batch_id = :batch AND r.outcome = 'rejected'
            ORDER BY r.row_number
            """)
    List<RejectedRecord> rejected(String batch);

    /**
     * The first rejected records of each import. It walks through the index over rejected rows from one to the next, because
     * with a limit on a number worked out for each import PostgreSQL might read all raw rows there are.
     */
    @Query("""
            WITH RECURSIVE walk (batch, place, row_number) AS (
                SELECT b.id, 1, (
                    SELECT min(r.row_number) FROM raw_transactions r
                    WHERE r.import_batch_id = b.id AND r.outcome = 'rejected')
                FROM import_batches b
                WHERE b.id IN (:batches)
                UNION ALL
                SELECT w.batch, w.place + 1, (
                    SELECT min(r.row_number) FROM raw_transactions r
                    WHERE r.import_batch_id = w.batch AND r.outcome = 'rejected' AND r.row_number > w.row_number)
                FROM walk w
                WHERE w.place < :most AND w.row_number IS NOT NULL)
            SELECT r.import_batch_id, r.line, r.problem
            FROM walk w
            JOIN raw_transactions r ON r.import_batch_id = w.batch AND r.row_number = w.row_number
            ORDER BY r.import_batch_id, r.row_number
            """)
    List<RejectedRecord> firstRejected(List<String> batches, int most);

    @Query("""
            SELECT b.id AS batch_id, CAST(coalesce(sum(t.amount), 0) AS bigint) AS amount
            FROM import_batches b
            LEFT JOIN transactions t ON t.account_id = b.account_id AND t.date <= b.statement_balance_date
            WHERE b.id IN (:batches) AND b.statement_balance_date IS NOT NULL
            GROUP BY b.id
            """)
    List<BatchAmount> sumsUpToBalance(List<String> batches);

    /**
     * How many imported transactions of its days an import does not list. Two sets that are subtracted, because right
     * after an import PostgreSQL knows little about the new rows, and might compare each of them with each in a join, or
     * look each of them up by the wrong index.
     */
    @Query("""
            SELECT b.id AS batch_id, (SELECT count(*) FROM (
                SELECT t.id FROM transactions t
                WHERE t.account_id = b.account_id AND t.date >= b.date_range_start
                    AND t.date <= b.date_range_end AND t.origin = 'import'
                EXCEPT
                SELECT a.transaction_id FROM transaction_attestations a WHERE a.import_batch_id = b.id) f) AS amount
            FROM import_batches b
            WHERE b.id IN (:batches)
            """)
    List<BatchAmount> notInFile(List<String> batches);

    /** A look-up for each row, because right after an import PostgreSQL might compare each with each in a join. */
    @Query("""
            SELECT DISTINCT a.transaction_id
            FROM transaction_attestations a
            WHERE a.import_batch_id = :batch
                AND (SELECT t.origin FROM transactions t WHERE t.id = a.transaction_id) = 'import'
                AND (SELECT count(*) FROM transaction_attestations other
                    WHERE other.transaction_id = a.transaction_id AND other.import_batch_id <> :batch) = 0
            ORDER BY a.transaction_id
            """)
    List<String> vouchedForByAlone(String batch);

    @Query("SELECT count(*) FROM raw_transactions r WHERE r.import_batch_id = :batch")
    long countRawRows(String batch);

    @Query("SELECT count(*) FROM transaction_category_mappings m WHERE m.transaction_id IN (:transactions)")
    long countMappings(List<String> transactions);

    @Query("""
            SELECT count(*) FROM transaction_category_mappings m
            WHERE m.transaction_id IN (:transactions) AND m.assigned_by = 'manual'
            """)
    long countManualMappings(List<String> transactions);

    @Query("""
            SELECT t.balance FROM transactions t
            WHERE t.account_id = :account AND t.date < :day AND t.balance IS NOT NULL
            ORDER BY t.date DESC, t.booking_time DESC, t.sequence_number, t.id
            LIMIT 1
            """)
    Optional<Long> balanceBefore(String account, @IsoDate LocalDate day);
}
