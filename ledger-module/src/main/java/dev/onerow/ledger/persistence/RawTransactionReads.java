package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads raw rows. */
@JdbcRepository(dialect = Dialect.ANSI)
interface RawTransactionReads extends GenericRepository<RawTransactionRow, String> {

    List<RawTransactionRow> findByIdIn(List<String> ids);

    @Query("""
            SELECT r.id, r.account_id, r.account_type, r.import_batch_id, r.row_number, r.line, r.source_file_name,
                r.extracted_at, r.raw_data, r.parsed_data, r.fingerprint, r.outcome, r.problem, r.is_processed,
                r.created_at
            FROM raw_transactions r
            WHERE r.import_batch_id = :batch AND r.row_number > :after
            ORDER BY r.row_number
            LIMIT :limit
            """)
    List<RawTransactionRow> page(String batch, int after, int limit);
}
