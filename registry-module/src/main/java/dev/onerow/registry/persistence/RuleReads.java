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
    String RULES = """
            SELECT r.id, r.rule_code, r.name, r.description, r.logic, r.sql, r.sql_hash, r.sql_version,
                   r.version, r.created_at, r.updated_at
            FROM rules r
            """;

    /** A database knows how long a text is without reading it. */
    String SIZES = """
            SELECT CAST(octet_length(r.sql) + coalesce(octet_length(r.logic), 0)
                   + coalesce(octet_length(r.description), 0) + coalesce(octet_length(r.name), 0) AS bigint)
            FROM rules r
            """;

    String BY_CODE = "WHERE r.rule_code > :after ORDER BY r.rule_code LIMIT :limit";

    String BY_UPDATE = """
            WHERE r.updated_at <= :before AND (r.updated_at < :before OR r.id < :beforeId)
            ORDER BY r.updated_at DESC, r.id DESC
            LIMIT :limit
            """;

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

    @Query(RULES + BY_CODE)
    List<RuleRow> byCode(String after, int limit);

    @Query(SIZES + BY_CODE)
    List<Long> sizesByCode(String after, int limit);

    @Query(RULES + BY_UPDATE)
    List<RuleRow> byUpdate(@Micros Instant before, long beforeId, int limit);

    @Query(SIZES + BY_UPDATE)
    List<Long> sizesByUpdate(@Micros Instant before, long beforeId, int limit);
}
