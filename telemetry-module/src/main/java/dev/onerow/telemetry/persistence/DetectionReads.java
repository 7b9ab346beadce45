package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Micros;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads detections. */
@JdbcRepository(dialect = Dialect.ANSI)
interface DetectionReads extends GenericRepository<DetectionRow, Long> {

    Optional<DetectionRow> findByOperationId(String operationId);

    List<DetectionRow> findByOperationIdIn(List<String> operationIds);

    /** Newest first. A flag says whether all statuses are meant, because an empty list cannot stand after IN. */
    @Query("""
            SELECT d.*
            FROM content_type_detection_telemetry d
            WHERE d.detected_at >= :from
                AND d.detected_at <= :until
                AND (:anyStatus = 1 OR d.status IN (:statuses))
            ORDER BY d.detected_at DESC, d.id DESC
            LIMIT :limit
            """)
    List<DetectionRow> newest(
            @Micros Instant from, @Micros Instant until, int anyStatus, List<String> statuses, int limit);
}
