package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.Micros;
import dev.onerow.telemetry.domain.Article;
import dev.onerow.telemetry.domain.Detection;
import dev.onerow.telemetry.domain.Host;
import dev.onerow.telemetry.domain.OperationId;
import dev.onerow.telemetry.domain.RowVersion;
import dev.onerow.telemetry.domain.StoredDetection;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What kind of content a page seemed to be when it was extracted. */
@MappedEntity("content_type_detection_telemetry")
@KeyedTable(conflictsOn = "operationId")
record DetectionRow(
        @Id @GeneratedValue @Nullable Long id,
        String operationId,
        String articleId,
        String url,
        @Nullable String publisher,
        @Nullable String host,
        @Nullable String status,
        @Nullable String confidence,
        @Nullable Double confidenceScore,
        @Nullable String reason,
        @Nullable Json evidence,
        @Nullable String version,
        @Micros Instant detectedAt,
        @Version long rowVersion,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    static DetectionRow of(OperationId operation, Detection detection) {
        Article page = detection.page();
        return new DetectionRow(
                null,
                operation.value(),
                page.articleId(),
                page.url(),
                page.publisher(),
                page.host().value(),
                detection.status(),
                detection.confidence(),
                detection.confidenceScore(),
                detection.reason(),
                detection.evidence() == null ? null : Json.of(detection.evidence()),
                detection.version(),
                detection.detectedAt(),
                0,
                null,
                null);
    }

    StoredDetection stored() {
        return new StoredDetection(
                Objects.requireNonNull(id),
                new OperationId(operationId),
                new Detection(
                        new Article(articleId, url, publisher, new Host(Objects.requireNonNullElse(host, ""))),
                        status,
                        confidence,
                        confidenceScore,
                        reason,
                        evidence == null ? null : evidence.tree(),
                        version,
                        detectedAt),
                new RowVersion(rowVersion, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt)));
    }
}
