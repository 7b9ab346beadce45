package dev.onerow.registry.persistence;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** Reads the states that the SQL of rules has had. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SqlVersionReads extends GenericRepository<SqlVersionRow, Long> {

    String BELOW = """
            FROM rule_versions v
            WHERE v.rule_id = :ruleId AND v.sql_version < :before
            ORDER BY v.sql_version DESC
            LIMIT :limit
            """;

    @Query("SELECT v.id, v.rule_id, v.sql_version, v.sql, v.logic, v.sql_hash, v.request_id, v.created_at " + BELOW)
    List<SqlVersionRow> below(long ruleId, int before, int limit);

    @Query("SELECT CAST(octet_length(v.sql) + coalesce(octet_length(v.logic), 0) AS bigint) " + BELOW)
    List<Long> sizesBelow(long ruleId, int before, int limit);
}
