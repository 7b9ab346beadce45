package dev.onerow.registry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads rules. */
@JdbcRepository(dialect = Dialect.ANSI)
interface RuleReads extends GenericRepository<RuleRow, Long> {

    Optional<RuleRow> findByRuleCode(String ruleCode);

    @Query("SELECT r.id FROM rules r WHERE r.id IN (:ids)")
    List<Long> idsAmong(Collection<Long> ids);

    List<RuleRow> findByRuleCodeIn(Collection<String> ruleCodes);

    @Query("""
            SELECT r.rule_code
            FROM rules r
            WHERE lower(r.rule_code) IN (:lowerCodes)
            """)
    List<String> codesLike(Collection<String> lowerCodes);

    @Query("""
            SELECT r.id, r.rule_code, r.name, r.description, r.logic, r.sql, r.sql_hash, r.sql_version,
                   r.version, r.created_at, r.updated_at
            FROM rules r
            ORDER BY r.rule_code
            """)
    List<RuleRow> all();

    @Query("""
            SELECT r.id, r.rule_code, r.name, r.description, r.logic, r.sql, r.sql_hash, r.sql_version,
                   r.version, r.created_at, r.updated_at
            FROM rules r
            WHERE r.rule_code > :after
            ORDER BY r.rule_code
            LIMIT :limit
            """)
    List<RuleRow> byCode(String after, int limit);

    @Query("""
            SELECT r.id, r.rule_code, r.name, r.description, r.logic, r.sql, r.sql_hash, r.sql_version,
                   r.version, r.created_at, r.updated_at
            FROM rules r
            WHERE r.updated_at <= :before AND (r.updated_at < :before OR r.id < :beforeId)
            ORDER BY r.updated_at DESC, r.id DESC
            LIMIT :limit
            """)
    List<RuleRow> byUpdate(@Micros Instant before, long beforeId, int limit);
}
