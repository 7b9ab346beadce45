package dev.onerow.benchmarks.telemetry;

import dev.onerow.benchmarks.Bench;
import java.sql.SQLException;
import java.time.Instant;

/** A year of extractions, spread evenly, put into PostgreSQL by set-based statements because the service would need minutes. */
final class Year {
    static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final String FACTS = """
            INSERT INTO extraction_telemetry_v2
                (operation_id, article_id, url, publisher, host, revision, start_time, occurred_at, total_duration_ms,
                 http_status_code, http_error_type, methods_attempted, successful_method, method_timings, method_success,
                 method_errors, field_extraction, extracted_fields, final_field_attribution, alternative_extractions,
                 is_success, is_complete, content_hash, version, created_at, updated_at)
            SELECT 'operation-' || n, 'article-' || n, 'https://www.host-' || n % 2000 || '.example/story/' || n,
                'Publisher ' || n % 300, 'www.host-' || n % 2000 || '.example', 0, at, at, 100 + n % 900, status,
                CASE WHEN status >= 500 THEN '5xx_server_error' WHEN status >= 400 THEN '4xx_client_error'
                    WHEN status >= 300 THEN '3xx_redirect' END,
                '["newspaper4k","beautifulsoup"]', CASE WHEN status = 200 THEN 'beautifulsoup' END,
                '{"beautifulsoup":80,"newspaper4k":120}', '{"beautifulsoup":true,"newspaper4k":false}', '{}', '{}',
                '{"title":true,"author":false,"content":true,"publish_date":false}', '{}', '{}', status = 200,
                status = 200, md5(n::text) || md5(n::text), 1, at, at
            FROM (SELECT n, timestamptz '{end}' - ({count} - n) * interval '365 days' / {count} AS at,
                    (ARRAY[200, 200, 200, 200, 200, 200, 200, 404, 302, 503])[1 + (n / 7 + n) % 10] AS status
                FROM generate_series(1, {count}) n) numbers
            """;

    private static final String ATTEMPTS = """
            INSERT INTO extraction_method_attempts
                (operation_id, position, method, attempt_no, duration_ms, success, title_extracted, author_extracted,
                 content_extracted, publish_date_extracted, host, occurred_at, version, created_at, updated_at)
            SELECT f.operation_id, p.position, CASE p.position WHEN 1 THEN 'newspaper4k' ELSE 'beautifulsoup' END, 1,
                80 + f.id % 200, p.position = 2 AND f.is_success, f.is_success, false, p.position = 2 AND f.is_success,
                false, f.host, f.occurred_at, 1, f.occurred_at, f.occurred_at
            FROM extraction_telemetry_v2 f
            JOIN (VALUES (1), (2)) p (position) ON p.position = 1 OR f.id % 2 = 0
            ORDER BY f.id
            """;

    private static final String DETECTIONS = """
            INSERT INTO content_type_detection_telemetry
                (operation_id, article_id, url, publisher, host, status, confidence_score, evidence, detected_at,
                 row_version, created_at, updated_at)
            SELECT f.operation_id, f.article_id, f.url, f.publisher, f.host, 'opinion', 0.5, '{"path":["opinion"]}',
                f.occurred_at, 1, f.occurred_at, f.occurred_at
            FROM extraction_telemetry_v2 f
            WHERE f.id % 10 = 3
            ORDER BY f.id
            """;

    private static final String COUNTERS = """
            INSERT INTO http_error_summary
                (host, status_code, error_type, count, first_seen, last_seen, version, created_at, updated_at)
            SELECT f.host, f.http_status_code, f.http_error_type, count(*), min(f.occurred_at), max(f.occurred_at), 1,
                now(), now()
            FROM extraction_telemetry_v2 f
            WHERE f.http_error_type IS NOT NULL
            GROUP BY f.host, f.http_status_code, f.http_error_type
            """;

    /** Indexes are made anew at the end, which takes a fraction of the time. */
    private static final String DROP_INDEXES = """
            DO $$
            DECLARE one record;
            BEGIN
                CREATE TEMP TABLE dropped AS
                    SELECT indexname, indexdef
                    FROM pg_indexes
                    WHERE schemaname = 'onerow' AND starts_with(indexname, 'ix_')
                        AND tablename IN ('extraction_telemetry_v2', 'extraction_method_attempts');
                FOR one IN SELECT * FROM dropped LOOP
                    EXECUTE 'DROP INDEX ' || one.indexname;
                END LOOP;
            END $$
            """;

    private static final String MAKE_INDEXES = """
            DO $$
            DECLARE one record;
            BEGIN
                FOR one IN SELECT * FROM dropped LOOP
                    EXECUTE one.indexdef;
                END LOOP;
            END $$
            """;

    private static final String TRUNCATE = "TRUNCATE extraction_telemetry_v2, extraction_method_attempts,"
            + " content_type_detection_telemetry, http_error_summary";

    private Year() {}

    static void fill(Bench bench, int extractions) throws SQLException {
        bench.run(
                TRUNCATE,
                DROP_INDEXES,
                FACTS.replace("{end}", END.toString()).replace("{count}", Integer.toString(extractions)),
                ATTEMPTS,
                DETECTIONS,
                COUNTERS,
                MAKE_INDEXES,
                "VACUUM (ANALYZE)");
    }

    static void clear(Bench bench) throws SQLException {
        bench.run(TRUNCATE);
    }
}
