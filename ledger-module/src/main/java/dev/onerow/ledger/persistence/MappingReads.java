package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads mappings. */
@JdbcRepository(dialect = Dialect.ANSI)
interface MappingReads extends GenericRepository<MappingRow, String> {

    @Query(
            "SELECT " + MappingRow.COLUMNS
                    + " FROM transaction_category_mappings m WHERE m.ledger_id = :ledger AND m.transaction_id IN (:transactions)")
    List<MappingRow> find(String ledger, List<String> transactions);

    @Query("SELECT " + MappingRow.COLUMNS
            + " FROM transaction_category_mappings m WHERE m.rule_id IN (:rules) LIMIT :limit")
    List<MappingRow> ofRules(List<String> rules, int limit);

    @Query(
            "SELECT count(*) FROM (SELECT m.id FROM transaction_category_mappings m WHERE m.ledger_id = :ledger LIMIT 1) f")
    long any(String ledger);

    @Query("SELECT DISTINCT CAST(m.tags AS text) FROM transaction_category_mappings m WHERE m.ledger_id = :ledger")
    List<String> tagSets(String ledger);
}
