package dev.onerow.telemetry.web;

import dev.onerow.persistence.Json;
import dev.onerow.telemetry.domain.Detection;
import dev.onerow.telemetry.domain.StoredDetection;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was detected in an operation: the row. */
@Serdeable
record DetectionView(
        long id,
        String operationId,
        String articleId,
        String url,
        @Nullable String publisher,
        String host,
        @Nullable String status,
        @Nullable String confidence,
        @Nullable Double confidenceScore,
        @Nullable String reason,
        @Nullable Json evidence,
        @Nullable String version,
        Instant detectedAt,
        long rowVersion,
        Instant createdAt,
        Instant updatedAt) {
    static DetectionView of(StoredDetection stored) {
        Detection detection = stored.detection();
        Object evidence = detection.evidence();
        return new DetectionView(
                stored.id(),
                stored.operationId().value(),
                detection.page().articleId(),
                detection.page().url(),
                detection.page().publisher(),
                detection.page().host().value(),
                detection.status(),
                detection.confidence(),
                detection.confidenceScore(),
                detection.reason(),
                evidence == null ? null : Json.of(evidence),
                detection.version(),
                detection.detectedAt(),
                stored.row().number(),
                stored.row().createdAt(),
                stored.row().updatedAt());
    }

    static @Nullable DetectionView ofKnown(@Nullable StoredDetection stored) {
        return stored == null ? null : of(stored);
    }
}
