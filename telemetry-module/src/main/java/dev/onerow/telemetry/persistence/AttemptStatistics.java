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

/** Statistics that count attempts: one statement each, the same on both databases, by the index over the event time. */
@JdbcRepository(dialect = Dialect.ANSI)
interface AttemptStatistics extends GenericRepository<AttemptRow, String> {

    /** A flag says whether each host is a group of its own. */
    @Query("""
            SELECT g.method, g.host, count(*) AS attempts, count(*) FILTER (WHERE g.success) AS successes,
                count(g.success) AS known, avg(g.duration_ms) AS avg_duration_ms, min(g.duration_ms) AS min_duration_ms,
                max(g.duration_ms) AS max_duration_ms
            FROM (
                SELECT a.method, CASE WHEN :byHost = 1 THEN a.host END AS host, a.success, a.duration_ms
                FROM extraction_method_attempts a
                WHERE a.occurred_at >= :from AND a.occurred_at <= :until
                    AND (CAST(:method AS text) IS NULL OR a.method = CAST(:method AS text))
                    AND (CAST(:host AS text) IS NULL OR a.host = CAST(:host AS text))
                    AND (CAST(:publisher AS text) IS NULL OR EXISTS (
                        SELECT 1
                        FROM extraction_telemetry_v2 f
                        WHERE f.operation_id = a.operation_id AND f.publisher = CAST(:publisher AS text)))) g
            GROUP BY g.method, g.host
            ORDER BY 3 DESC, g.method, g.host
            LIMIT :limit
            """)
    List<PerformanceRow> performance(
            @Micros Instant from,
            @Micros Instant until,
            @Nullable String method,
            @Nullable String host,
            @Nullable String publisher,
            int byHost,
            int limit);

    /** Every row also has the sums over all rows, those beyond the limit included. */
    @Query("""
            SELECT g.method, g.count, g.title, g.author, g.content, g.publish_date,
                CAST(sum(g.count) OVER () AS bigint) AS all_count, CAST(sum(g.title) OVER () AS bigint) AS all_title,
                CAST(sum(g.author) OVER () AS bigint) AS all_author,
                CAST(sum(g.content) OVER () AS bigint) AS all_content,
                CAST(sum(g.publish_date) OVER () AS bigint) AS all_publish_date
            FROM (
                SELECT a.method, count(*) AS count, count(*) FILTER (WHERE a.title_extracted) AS title,
                    count(*) FILTER (WHERE a.author_extracted) AS author,
                    count(*) FILTER (WHERE a.content_extracted) AS content,
                    count(*) FILTER (WHERE a.publish_date_extracted) AS publish_date
                FROM extraction_method_attempts a
                WHERE a.occurred_at >= :from AND a.occurred_at <= :until
                    AND (CAST(:method AS text) IS NULL OR a.method = CAST(:method AS text))
                    AND (CAST(:host AS text) IS NULL OR a.host = CAST(:host AS text))
                    AND (CAST(:publisher AS text) IS NULL OR EXISTS (
                        SELECT 1
                        FROM extraction_telemetry_v2 f
                        WHERE f.operation_id = a.operation_id AND f.publisher = CAST(:publisher AS text)))
                GROUP BY a.method) g
            WHERE CASE CAST(:field AS text) WHEN 'title' THEN g.title WHEN 'author' THEN g.author
                WHEN 'content' THEN g.content WHEN 'publish_date' THEN g.publish_date
                ELSE CASE WHEN CAST(:field AS text) IS NULL THEN 1 ELSE 0 END END > 0
            ORDER BY g.count DESC, g.method
            LIMIT :limit
            """)
    List<FieldRow> fields(
            @Micros Instant from,
            @Micros Instant until,
            @Nullable String method,
            @Nullable String host,
            @Nullable String publisher,
            @Nullable String field,
            int limit);

    /** The attempts of one method, of one host or of all. */
    @MappedEntity
    record PerformanceRow(
            String method,
            @Nullable String host,
            long attempts,
            long successes,
            long known,
            @Nullable Double avgDurationMs,
            @Nullable Double minDurationMs,
            @Nullable Double maxDurationMs) {}

    /** How many attempts of one method have each field. */
    @MappedEntity
    record FieldRow(
            String method,
            long count,
            long title,
            long author,
            long content,
            long publishDate,
            long allCount,
            long allTitle,
            long allAuthor,
            long allContent,
            long allPublishDate) {}
}
