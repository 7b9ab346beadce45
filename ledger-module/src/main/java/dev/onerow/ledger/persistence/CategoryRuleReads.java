package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads rules. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CategoryRuleReads extends GenericRepository<CategoryRuleRow, String> {

    @Query("""
            SELECT r.id, r.template_id, r.category_id, r.name, r.priority, r.enabled, r.conditions, r.version,
                r.created_at, r.updated_at
            FROM category_rules r
            WHERE r.template_id IN (:templates)
            ORDER BY r.priority DESC, r.id
            """)
    List<CategoryRuleRow> ofTemplates(List<String> templates);
}
