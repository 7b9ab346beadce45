package dev.onerow.quality.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.ScorerVersion;
import dev.onerow.quality.domain.Standing;
import dev.onerow.quality.domain.StatedDimensions;
import dev.onerow.quality.domain.StoredScore;
import io.micronaut.data.annotation.DateCreated;
import io.micronaut.data.annotation.DateUpdated;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current score of one pattern. */
@MappedEntity("pattern_quality_metrics")
@KeyedTable(conflictsOn = "patternId")
record PatternScoreRow(
        @Id @OnConflict(MergeRule.KEEP) UUID id,
        UUID patternId,
        double qualityScore,
        double confidence,
        @Micros Instant measurementTimestamp,
        String version,
        Json metadata,
        @Nullable Double completenessScore,
        @Nullable Double documentationScore,
        @Nullable Double onexComplianceScore,
        @Nullable Double metadataRichnessScore,
        @Nullable Double complexityScore,
        @Nullable String inputHash,
        @Nullable String patternName,
        @Nullable String sourceCollection,
        @Version long rowVersion,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    /** The row that a measurement would be, under this id. */
    static PatternScoreRow of(UUID id, Measurement measurement) {
        StatedDimensions dimensions = measurement.dimensions();
        return new PatternScoreRow(
                id,
                measurement.patternId().value(),
                measurement.qualityScore(),
                measurement.confidence(),
                measurement.measuredAt(),
                measurement.version().value(),
                Json.parse(measurement.metadata()),
                dimensions.completeness(),
                dimensions.documentation(),
                dimensions.onexCompliance(),
                dimensions.metadataRichness(),
                dimensions.complexity(),
                measurement.inputHash(),
                measurement.patternName(),
                measurement.sourceCollection(),
                0,
                null,
                null);
    }

    Standing standing() {
        return new Standing(measurement(), rowVersion);
    }

    StoredScore stored() {
        return new StoredScore(
                id, measurement(), rowVersion, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt));
    }

    private Measurement measurement() {
        return new Measurement(
                new PatternId(patternId),
                qualityScore,
                confidence,
                measurementTimestamp,
                new ScorerVersion(version),
                metadata.text(),
                new StatedDimensions(
                        completenessScore,
                        documentationScore,
                        onexComplianceScore,
                        metadataRichnessScore,
                        complexityScore),
                inputHash,
                patternName,
                sourceCollection);
    }
}
