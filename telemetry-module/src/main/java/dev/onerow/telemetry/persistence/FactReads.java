package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads facts. */
@JdbcRepository(dialect = Dialect.ANSI)
interface FactReads extends GenericRepository<ExtractionRow, Long> {
    String FACTS = """
            SELECT f.*
            """;

    /** What can be long in a fact, and in what belongs to it. */
    String SIZES = """
            SELECT CAST(octet_length(f.url) + octet_length(CAST(f.methods_attempted AS text))
                + octet_length(CAST(f.method_timings AS text)) + octet_length(CAST(f.method_success AS text))
                + octet_length(CAST(f.method_errors AS text)) + octet_length(CAST(f.field_extraction AS text))
                + octet_length(CAST(f.final_field_attribution AS text))
                + octet_length(CAST(f.alternative_extractions AS text))
                + coalesce(octet_length(f.error_message), 0) + coalesce(octet_length(f.proxy_error), 0)
                + (SELECT coalesce(sum(200 + octet_length(a.method) + coalesce(octet_length(a.error), 0)), 0)
                    FROM extraction_method_attempts a
                    WHERE a.operation_id = f.operation_id)
                + (SELECT coalesce(sum(octet_length(d.url) + coalesce(octet_length(d.reason), 0)
                        + coalesce(octet_length(CAST(d.evidence AS text)), 0)), 0)
                    FROM content_type_detection_telemetry d
                    WHERE d.operation_id = f.operation_id) AS bigint)
            """;

    /** One scan of the index over the event time, from the place where the page starts. */
    String ALL = """
            FROM extraction_telemetry_v2 f
            WHERE (CAST(:host AS text) IS NULL OR f.host = CAST(:host AS text))
                AND (CAST(:httpStatusCode AS integer) IS NULL OR f.http_status_code = CAST(:httpStatusCode AS integer))
            """;

    /**
     * The facts behind one counter: one scan of the index over host, status and event time. A statement of its own, because
     * SQLite finds no index where a filter may be absent.
     */
    String BEHIND = """
            FROM extraction_telemetry_v2 f
            WHERE f.host = :host
                AND f.http_status_code = :httpStatusCode
            """;

    /** The other filters, and where a page starts and ends. */
    String FROM_THE_PLACE = """
                AND (CAST(:publisher AS text) IS NULL OR f.publisher = CAST(:publisher AS text))
                AND (CAST(:success AS boolean) IS NULL OR f.is_success = CAST(:success AS boolean))
                AND (CAST(:method AS text) IS NULL OR EXISTS (
                    SELECT 1
                    FROM extraction_method_attempts a
                    WHERE a.operation_id = f.operation_id AND a.method = CAST(:method AS text)))
                AND f.occurred_at >= :from
                AND f.occurred_at <= :to
                AND (f.occurred_at, f.id) < (:afterTime, :afterId)
            ORDER BY f.occurred_at DESC, f.id DESC
            LIMIT :limit
            """;

    Optional<ExtractionRow> findByOperationId(String operationId);

    List<ExtractionRow> findByOperationIdIn(List<String> operationIds);

    @Query(FACTS + ALL + FROM_THE_PLACE)
    List<ExtractionRow> newest(
            @Nullable String host,
            @Nullable Integer httpStatusCode,
            @Nullable String publisher,
            @Nullable Boolean success,
            @Nullable String method,
            @Micros Instant from,
            @Micros Instant to,
            @Micros Instant afterTime,
            long afterId,
            int limit);

    @Query(FACTS + BEHIND + FROM_THE_PLACE)
    List<ExtractionRow> newestBehind(
            String host,
            int httpStatusCode,
            @Nullable String publisher,
            @Nullable Boolean success,
            @Nullable String method,
            @Micros Instant from,
            @Micros Instant to,
            @Micros Instant afterTime,
            long afterId,
            int limit);

    @Query(SIZES + ALL + FROM_THE_PLACE)
    List<Long> sizesOfNewest(
            @Nullable String host,
            @Nullable Integer httpStatusCode,
            @Nullable String publisher,
            @Nullable Boolean success,
            @Nullable String method,
            @Micros Instant from,
            @Micros Instant to,
            @Micros Instant afterTime,
            long afterId,
            int limit);

    @Query(SIZES + BEHIND + FROM_THE_PLACE)
    List<Long> sizesOfNewestBehind(
            String host,
            int httpStatusCode,
            @Nullable String publisher,
            @Nullable Boolean success,
            @Nullable String method,
            @Micros Instant from,
            @Micros Instant to,
            @Micros Instant afterTime,
            long afterId,
            int limit);
}
