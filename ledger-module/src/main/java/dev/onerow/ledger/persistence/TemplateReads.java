package dev.onerow.ledger.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Reads templates and what belongs to them. */
@JdbcRepository(dialect = Dialect.ANSI)
interface TemplateReads extends GenericRepository<TemplateRow, String> {

    Optional<TemplateRow> findById(String id);

    @Query("""
            SELECT t.id, t.name, t.description, t.is_system, t.content_hash, t.version, t.created_at, t.updated_at
            FROM category_templates t
            WHERE t.id > :after
            ORDER BY t.id
            LIMIT :limit
            """)
    List<TemplateRow> page(String after, int limit);

    @Query("""
            SELECT p.template_id, count(*) AS count
            FROM (
                SELECT c.template_id FROM categories c WHERE c.template_id IN (:templates)
                UNION ALL
                SELECT r.template_id FROM category_rules r WHERE r.template_id IN (:templates)) p
            GROUP BY p.template_id
            """)
    List<PartCount> countParts(List<String> templates);

    @Query("SELECT c.id, c.template_id FROM categories c WHERE c.id IN (:ids)")
    List<OwnedPart> ownersOfCategories(List<String> ids);

    @Query("SELECT r.id, r.template_id FROM category_rules r WHERE r.id IN (:ids)")
    List<OwnedPart> ownersOfRules(List<String> ids);

    @Query("SELECT DISTINCT m.category_id FROM transaction_category_mappings m WHERE m.category_id IN (:ids)")
    List<String> mapped(List<String> ids);

    @Query("""
            SELECT count(*) FROM (
                SELECT m.id FROM transaction_category_mappings m
                JOIN categories c ON c.id = m.category_id
                WHERE c.template_id = :template
                LIMIT 1) found
            """)
    long anyMapping(String template);

    @Query("SELECT l.id FROM ledgers l WHERE l.category_template_id = :template ORDER BY l.id LIMIT :limit")
    List<String> ledgersOf(String template, int limit);
}
