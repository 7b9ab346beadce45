package dev.onerow.quality.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.persistence.KeyedTable;
import dev.onerow.persistence.MergeRule;
import dev.onerow.persistence.Micros;
import dev.onerow.persistence.OnConflict;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.ScorerVersion;
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

/** One measurement of one pattern at one time. */
@MappedEntity("pattern_quality_history")
@KeyedTable(conflictsOn = {"patternId", "measurementTimestamp"})
record PatternHistoryRow(
        @Id @OnConflict(MergeRule.KEEP) UUID id,
        UUID patternId,
        @Micros Instant measurementTimestamp,
        double qualityScore,
        double confidence,
        String version,
        Json metadata,
        @Nullable Double completenessScore,
        @Nullable Double documentationScore,
        @Nullable Double onexComplianceScore,
        @Nullable Double metadataRichnessScore,
        @Nullable Double complexityScore,
        @Nullable String inputHash,
        @Version long rowVersion,
        @DateCreated @Micros @Nullable Instant createdAt,
        @DateUpdated @Micros @Nullable Instant updatedAt) {

    /** The row that a measurement would be, under an id of its own. */
    static PatternHistoryRow of(Measurement measurement) {
        StatedDimensions dimensions = measurement.dimensions();
        return new PatternHistoryRow(
                UUID.randomUUID(),
                measurement.patternId().value(),
                measurement.measuredAt(),
                measurement.qualityScore(),
                measurement.confidence(),
                measurement.version().value(),
                Json.parse(measurement.metadata()),
                dimensions.completeness(),
                dimensions.documentation(),
                dimensions.onexCompliance(),
                dimensions.metadataRichness(),
                dimensions.complexity(),
                measurement.inputHash(),
                0,
                null,
                null);
    }

    StoredScore stored() {
        return new StoredScore(
                id, measurement(), rowVersion, Objects.requireNonNull(createdAt), Objects.requireNonNull(updatedAt));
    }

    Measurement measurement() {
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
                null,
                null);
    }
}
