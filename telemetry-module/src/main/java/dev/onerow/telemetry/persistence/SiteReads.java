package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads sites. */
@JdbcRepository(dialect = Dialect.ANSI)
interface SiteReads extends GenericRepository<SiteRow, String> {

    Optional<SiteRow> findByHost(String host);

    /** One when there is a fact of this host, else none. */
    @Query("""
            SELECT count(*)
            FROM (SELECT f.host FROM extraction_telemetry_v2 f WHERE f.host = :host LIMIT 1) seen
            """)
    long countSeen(String host);

    @Query("""
            SELECT s.host, s.status, s.paused_at, s.paused_reason, s.version, s.created_at, s.updated_at
            FROM sites s
            WHERE s.paused_at <= :afterTime
                AND (s.paused_at < :afterTime OR s.host > :afterHost)
            ORDER BY s.paused_at DESC, s.host
            LIMIT :limit
            """)
    List<SiteRow> paused(@Micros Instant afterTime, String afterHost, int limit);
}
