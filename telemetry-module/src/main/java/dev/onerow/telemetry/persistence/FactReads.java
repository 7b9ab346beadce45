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

    /** One scan of the index over the event time, from the place where the page starts. */
    @Query("""
            SELECT f.*
            FROM extraction_telemetry_v2 f
            WHERE (CAST(:host AS text) IS NULL OR f.host = CAST(:host AS text))
                AND (CAST(:httpStatusCode AS integer) IS NULL OR f.http_status_code = CAST(:httpStatusCode AS integer))
            """ + FROM_THE_PLACE)
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

    /**
     * The facts behind one counter: one scan of the index over host, status and event time. A statement of its own, because
     * SQLite finds no index where a filter may be absent.
     */
    @Query("""
            SELECT f.*
            FROM extraction_telemetry_v2 f
            WHERE f.host = :host
                AND f.http_status_code = :httpStatusCode
            """ + FROM_THE_PLACE)
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
}
