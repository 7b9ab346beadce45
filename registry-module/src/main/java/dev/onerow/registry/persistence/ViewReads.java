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

/** Reads registered views. */
@JdbcRepository(dialect = Dialect.ANSI)
interface ViewReads extends GenericRepository<ViewRow, Long> {
    String VIEWS = """
            SELECT v.id, v.rule_id, v.table_name, v.summary, v.definition, v.sql_hash, v.rule_sql_version,
                   v.definition_hash, v.server_version_num, v.columns, v.version, v.created_at, v.updated_at,
                   r.rule_code, r.sql_version
            FROM views_registry v
            LEFT JOIN rules r ON r.id = v.rule_id
            """;

    String SIZES = """
            SELECT CAST(coalesce(octet_length(v.summary), 0) + coalesce(octet_length(v.definition), 0)
                   + octet_length(CAST(v.columns AS text)) AS bigint)
            FROM views_registry v
            """;

    String BY_NAME = "WHERE v.table_name > :after ORDER BY v.table_name LIMIT :limit";

    String BY_UPDATE = """
            WHERE v.updated_at <= :before AND (v.updated_at < :before OR v.id < :beforeId)
            ORDER BY v.updated_at DESC, v.id DESC
            LIMIT :limit
            """;

    @Query(VIEWS + "WHERE v.table_name = :tableName")
    Optional<ViewRowWithOwner> named(String tableName);

    @Query(VIEWS + "WHERE v.table_name IN (:tableNames) ORDER BY v.table_name")
    List<ViewRowWithOwner> allNamed(Collection<String> tableNames);

    @Query(VIEWS + "WHERE v.rule_id = :ruleId ORDER BY v.table_name")
    List<ViewRowWithOwner> ofRule(long ruleId);

    @Query("""
            SELECT r.rule_code, v.table_name, v.definition_hash, v.server_version_num, v.columns,
                   coalesce(v.sql_hash = r.sql_hash AND v.rule_sql_version = r.sql_version, false) AS is_up_to_date
            FROM rules r
            LEFT JOIN views_registry v ON v.rule_id = r.id
            ORDER BY r.rule_code, v.table_name
            """)
    List<OwnedViewRow> owned();

    @Query("SELECT v.table_name, v.definition_hash, v.server_version_num, v.columns FROM views_registry v")
    List<CatalogueRow> catalogues();

    @Query(VIEWS + BY_NAME)
    List<ViewRowWithOwner> byName(String after, int limit);

    @Query(SIZES + BY_NAME)
    List<Long> sizesByName(String after, int limit);

    @Query(VIEWS + BY_UPDATE)
    List<ViewRowWithOwner> byUpdate(@Micros Instant before, long beforeId, int limit);

    @Query(SIZES + BY_UPDATE)
    List<Long> sizesByUpdate(@Micros Instant before, long beforeId, int limit);
}
