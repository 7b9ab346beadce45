package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads categories. */
@JdbcRepository(dialect = Dialect.ANSI)
interface CategoryReads extends GenericRepository<CategoryRow, String> {

    @Query("""
            SELECT c.id, c.template_id, c.parent_id, c.name, c.flow, c.color, c.icon, c.position, c.version,
                c.created_at, c.updated_at
            FROM categories c
            WHERE c.template_id IN (:templates)
            ORDER BY c.position, c.id
            """)
    List<CategoryRow> ofTemplates(List<String> templates);
}
