package dev.onerow.telemetry.persistence;

/** What the counters should be, as a part of statements that compare it with what they are. */
final class ExpectedCounters {
    /**
     * One row {@code e} for each key. Both halves are answered from an index over host and status; the condition is
     * that of a counted status, the same as in {@link dev.onerow.telemetry.domain.HttpErrorType}.
     */
    static final String EXPECTED = """
            (SELECT p.host, p.status_code, CAST(sum(p.facts) AS bigint) AS facts, CAST(sum(p.count) AS bigint) AS count,
                    min(p.first_seen) AS first_seen, max(p.last_seen) AS last_seen
                FROM (
                    SELECT f.host, f.http_status_code AS status_code, count(*) AS facts, count(*) AS count,
                        min(f.occurred_at) AS first_seen, max(f.occurred_at) AS last_seen
                    FROM extraction_telemetry_v2 f
                    WHERE f.http_status_code = 0 OR f.http_status_code >= 300
                    GROUP BY f.host, f.http_status_code
                    UNION ALL
                    SELECT b.host, b.status_code, 0, sum(b.count), min(b.first_seen), max(b.last_seen)
                    FROM http_error_baseline b
                    GROUP BY b.host, b.status_code) p
                GROUP BY p.host, p.status_code) e
            """;

    private ExpectedCounters() {}
}
