package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics that count operations: one statement each, the same on both databases. The facts of the window are read
 * once, by the index over the event time, and first added up to cells, from which all further numbers are made.
 */
@JdbcRepository(dialect = Dialect.ANSI)
interface OperationStatistics extends GenericRepository<ExtractionRow, Long> {

    /** All parts of the summary one under the other: the totals, then methods, then statuses, each in its order. */
    @Query("""
            WITH cells AS (
                SELECT f.host, f.successful_method, f.http_status_code, f.http_error_type IS NOT NULL AS counted,
                    count(*) AS total, count(*) FILTER (WHERE f.is_success) AS successful,
                    sum(f.total_duration_ms) AS duration, count(f.total_duration_ms) AS durations
                FROM extraction_telemetry_v2 f
                WHERE f.occurred_at >= :from AND f.occurred_at <= :until
                GROUP BY f.host, f.successful_method, f.http_status_code, f.http_error_type IS NOT NULL),
            parts AS (
                SELECT 1 AS part, CAST(NULL AS text) AS method, 0 AS status_code,
                    CAST(coalesce(sum(c.total), 0) AS bigint) AS total,
                    CAST(coalesce(sum(c.successful), 0) AS bigint) AS successful, count(DISTINCT c.host) AS hosts,
                    (SELECT count(DISTINCT a.method) FROM extraction_method_attempts a
                        WHERE a.occurred_at >= :from AND a.occurred_at <= :until) AS methods,
                    CASE WHEN sum(c.durations) > 0 THEN sum(c.duration) / sum(c.durations) END AS avg_duration_ms
                FROM cells c
                UNION ALL
                SELECT 2, c.successful_method, 0, CAST(sum(c.total) AS bigint), CAST(sum(c.successful) AS bigint), 0, 0,
                    NULL
                FROM cells c
                GROUP BY c.successful_method
                UNION ALL
                SELECT 3, NULL, e.status_code, e.total, 0, 0, 0, NULL
                FROM (
                    SELECT c.http_status_code AS status_code, CAST(sum(c.total) AS bigint) AS total
                    FROM cells c
                    WHERE c.counted
                    GROUP BY c.http_status_code
                    ORDER BY 2 DESC, 1
                    LIMIT 10) e)
            SELECT p.part, p.method, p.status_code, p.total, p.successful, p.hosts, p.methods, p.avg_duration_ms
            FROM parts p
            ORDER BY p.part, p.total DESC, coalesce(p.method, 'failed'), p.status_code
            """)
    List<SummaryPart> summary(@Micros Instant from, @Micros Instant until);

    /**
     * Materialized is what is joined to the hosts, because a plan made before the window is known expects a handful of
     * facts and would otherwise work it out anew for each host.
     */
    @Query("""
            WITH cells AS (
                SELECT f.host, f.publisher, f.successful_method, count(*) AS total,
                    count(*) FILTER (WHERE f.is_success) AS successful, sum(f.total_duration_ms) AS duration,
                    count(f.total_duration_ms) AS durations, max(f.occurred_at) AS last_attempt
                FROM extraction_telemetry_v2 f
                WHERE f.occurred_at >= :from AND f.occurred_at <= :until
                    AND (CAST(:host AS text) IS NULL OR f.host = CAST(:host AS text))
                GROUP BY f.host, f.publisher, f.successful_method),
            hosts AS (
                SELECT c.host, CAST(sum(c.total) AS bigint) AS total_attempts,
                    CAST(sum(c.successful) AS bigint) AS successful,
                    CASE WHEN sum(c.durations) > 0 THEN sum(c.duration) / sum(c.durations) END AS avg_duration_ms,
                    max(c.last_attempt) AS last_attempt
                FROM cells c
                GROUP BY c.host
                HAVING sum(c.total) >= :minAttempts
                ORDER BY 2 DESC, 1
                LIMIT :limit),
            publishers AS MATERIALIZED (
                SELECT r.host, r.publisher
                FROM (
                    SELECT c.host, c.publisher, row_number() OVER (
                        PARTITION BY c.host ORDER BY sum(c.total) DESC, c.publisher) AS place
                    FROM cells c
                    WHERE c.publisher IS NOT NULL
                    GROUP BY c.host, c.publisher) r
                WHERE r.place = 1),
            successes AS MATERIALIZED (
                SELECT r.host, r.successful_method
                FROM (
                    SELECT c.host, c.successful_method, row_number() OVER (
                        PARTITION BY c.host ORDER BY sum(c.total) DESC, c.successful_method) AS place
                    FROM cells c
                    WHERE c.successful_method IS NOT NULL
                    GROUP BY c.host, c.successful_method) r
                WHERE r.place = 1),
            methods AS (
                SELECT a.host, count(DISTINCT a.method) AS methods_used
                FROM extraction_method_attempts a
                WHERE a.occurred_at >= :from AND a.occurred_at <= :until
                    AND a.host IN (SELECT h.host FROM hosts h)
                GROUP BY a.host)
            SELECT h.host, p.publisher, h.total_attempts, h.successful, h.avg_duration_ms,
                coalesce(m.methods_used, 0) AS methods_used, s.successful_method AS most_common_method, h.last_attempt
            FROM hosts h
            LEFT JOIN publishers p ON p.host = h.host
            LEFT JOIN successes s ON s.host = h.host
            LEFT JOIN methods m ON m.host = h.host
            ORDER BY h.total_attempts DESC, h.host
            """)
    List<PublisherRow> publishers(
            @Micros Instant from, @Micros Instant until, @Nullable String host, int minAttempts, int limit);

    /** The rate is compared and ordered as it is shown: in whole hundredths of a percent, rounded half up. */
    @Query("""
            SELECT h.host, h.total_attempts, h.successful
            FROM (
                SELECT f.host, count(*) AS total_attempts, count(*) FILTER (WHERE f.is_success) AS successful,
                    (20000 * count(*) FILTER (WHERE f.is_success) + count(*)) / (2 * count(*)) AS rate
                FROM extraction_telemetry_v2 f
                WHERE f.occurred_at >= :from AND f.occurred_at <= :until
                GROUP BY f.host
                HAVING count(*) >= :minAttempts) h
            WHERE h.rate <= :maxRate
            ORDER BY h.rate, h.total_attempts DESC, h.host
            LIMIT :limit
            """)
    List<PoorRow> poor(@Micros Instant from, @Micros Instant until, int minAttempts, int maxRate, int limit);

    /** One line of the summary; what it means depends on the part: 1 totals, 2 a method, 3 a status. */
    @MappedEntity
    record SummaryPart(
            int part,
            @Nullable String method,
            int statusCode,
            long total,
            long successful,
            long hosts,
            long methods,
            @Nullable Double avgDurationMs) {}

    /** The operations of one host. */
    @MappedEntity
    record PublisherRow(
            String host,
            @Nullable String publisher,
            long totalAttempts,
            long successful,
            @Nullable Double avgDurationMs,
            long methodsUsed,
            @Nullable String mostCommonMethod,
            @Micros Instant lastAttempt) {}

    /** The operations of a host that fails too often. */
    @MappedEntity
    record PoorRow(String host, long totalAttempts, long successful) {}
}
