package dev.onerow.benchmarks.sidebyside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The overwrite table as Hibernate wants it: the business key is the id, or there is no upsert by it. */
@Entity
@Table(name = "pattern_quality_metrics")
class ScoreEntity {
    @jakarta.persistence.Id
    @Column(name = "pattern_id")
    @Nullable
    UUID patternId;

    @Column(updatable = false)
    @Nullable
    UUID id;

    @Column(name = "quality_score")
    double qualityScore;

    double confidence;

    @Column(name = "measurement_timestamp")
    @Nullable
    Instant measurementTimestamp;

    @Nullable
    String version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String metadata;

    @Column(name = "row_version")
    long rowVersion;

    @Column(name = "created_at", updatable = false)
    @Nullable
    Instant createdAt;

    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    static ScoreEntity of(Scores.Score row) {
        ScoreEntity entity = new ScoreEntity();
        entity.patternId = row.patternId();
        entity.id = row.id();
        entity.qualityScore = row.qualityScore();
        entity.confidence = row.confidence();
        entity.measurementTimestamp = row.measurementTimestamp();
        entity.version = row.version();
        entity.metadata = row.metadata().text();
        entity.rowVersion = 1;
        entity.createdAt = row.measurementTimestamp();
        entity.updatedAt = row.measurementTimestamp();
        return entity;
    }
}
