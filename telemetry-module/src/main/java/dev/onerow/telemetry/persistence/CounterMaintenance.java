package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/**
 * What is done to counters from their facts, in sets. These are the only statements of telemetry that write by
 * themselves, because no store can take a value from rows of another table. All of them are called only where this
 * transaction holds the counters that they change.
 */
@JdbcRepository(dialect = Dialect.ANSI)
interface CounterMaintenance extends GenericRepository<CounterRow, Long> {

    /**
     * Takes the times of counters that lost a fact from the facts and baselines that are left: a few look-ups in an index
     * for each.
     *
     * @param hosts of the counters, so that an index is used
     * @param keys of the counters: the host, a blank and the status
     */
    @Query("""
            UPDATE http_error_summary AS c
            SET first_seen = seen.first_seen, last_seen = seen.last_seen, version = c.version + 1, updated_at = :now
            FROM (
                SELECT p.id,
                    CASE WHEN p.fact_first IS NULL OR p.baseline_first < p.fact_first THEN p.baseline_first
                        ELSE p.fact_first END AS first_seen,
                    CASE WHEN p.fact_last IS NULL OR p.baseline_last > p.fact_last THEN p.baseline_last
                        ELSE p.fact_last END AS last_seen
                FROM (
                    SELECT s.id,
                        (SELECT min(f.occurred_at) FROM extraction_telemetry_v2 f
                            WHERE f.host = s.host AND f.http_status_code = s.status_code) AS fact_first,
                        (SELECT max(f.occurred_at) FROM extraction_telemetry_v2 f
                            WHERE f.host = s.host AND f.http_status_code = s.status_code) AS fact_last,
                        (SELECT min(b.first_seen) FROM http_error_baseline b
                            WHERE b.host = s.host AND b.status_code = s.status_code) AS baseline_first,
                        (SELECT max(b.last_seen) FROM http_error_baseline b
                            WHERE b.host = s.host AND b.status_code = s.status_code) AS baseline_last
                    FROM http_error_summary s
                    WHERE s.host IN (:hosts) AND s.host || ' ' || s.status_code IN (:keys)) p) seen
            WHERE c.id = seen.id
                AND (c.first_seen <> seen.first_seen OR c.last_seen <> seen.last_seen)
            """)
    long takeTimesFromFacts(List<String> hosts, List<String> keys, @Micros Instant now);

    /** How many counters there should be. */
    @Query("SELECT count(*) FROM " + ExpectedCounters.EXPECTED)
    long countExpected();

    /** Deletes counters that no fact and no baseline stands behind. */
    @Query("""
            DELETE FROM http_error_summary
            WHERE (host, status_code) NOT IN (SELECT e.host, e.status_code FROM\s""" + ExpectedCounters.EXPECTED + ")")
    long deleteUnexpected();

    /** Sets counters right that are not what they should be. */
    @Query("""
            UPDATE http_error_summary AS c
            SET count = e.count, first_seen = e.first_seen, last_seen = e.last_seen, version = c.version + 1,
                updated_at = :now
            FROM\s""" + ExpectedCounters.EXPECTED + """
            WHERE c.host = e.host AND c.status_code = e.status_code
                AND (c.count <> e.count OR c.first_seen <> e.first_seen OR c.last_seen <> e.last_seen)
            """)
    long setRight(@Micros Instant now);

    /** Inserts counters that should be there and are not. */
    @Query("""
            INSERT INTO http_error_summary
                (host, status_code, error_type, count, first_seen, last_seen, version, created_at, updated_at)
            SELECT e.host, e.status_code,
                CASE WHEN e.status_code = 0 THEN '0_no_response' WHEN e.status_code < 400 THEN '3xx_redirect'
                    WHEN e.status_code < 500 THEN '4xx_client_error' ELSE '5xx_server_error' END,
                e.count, e.first_seen, e.last_seen, 1, :now, :now
            FROM\s""" + ExpectedCounters.EXPECTED + """
            WHERE (e.host, e.status_code) NOT IN (SELECT c.host, c.status_code FROM http_error_summary c)
            ORDER BY e.host, e.status_code
            ON CONFLICT (host, status_code) DO NOTHING
            """)
    long insertMissing(@Micros Instant now);
}
