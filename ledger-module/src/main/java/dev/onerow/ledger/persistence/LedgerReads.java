package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads ledgers and the defaults. */
@JdbcRepository(dialect = Dialect.ANSI)
interface LedgerReads extends GenericRepository<LedgerRow, String> {
    String COLUMNS = "l.id, l.name, l.type, l.category_template_id, l.rules, l.track_balances, l.version, l.created_at,"
            + " l.updated_at";

    Optional<LedgerRow> findById(String id);

    @Query("SELECT " + COLUMNS + " FROM ledgers l WHERE l.id > :after ORDER BY l.id LIMIT :limit")
    List<LedgerRow> page(String after, int limit);

    @Query("SELECT " + COLUMNS + " FROM ledgers l WHERE l.category_template_id IS NOT NULL ORDER BY l.id")
    List<LedgerRow> categorising();

    @Query("SELECT d.target_id FROM defaults d WHERE d.kind = :kind")
    Optional<String> defaultOf(String kind);
}
