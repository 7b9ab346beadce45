package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads CSV profiles. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CsvProfileReads extends GenericRepository<CsvProfileRow, String> {

    Optional<CsvProfileRow> findByName(String name);

    @Query("""
            SELECT p.name, p.delimiter, p.quote, p.encoding, p.header_rows, p.footer_rows, p.date_format, p.time_format,
                p.decimal_separator, p.grouping_separator, p.sign, p.debit_values, p.columns, p.failed_statuses,
                p.neutral_values, p.row_order, p.external_ids_stable, p.balance_identifies, p.content_hash, p.version,
                p.created_at, p.updated_at
            FROM csv_profiles p
            WHERE p.name > :after
            ORDER BY p.name
            LIMIT :limit
            """)
    List<CsvProfileRow> page(String after, int limit);
}
