package dev.onerow.quality.web;

import dev.onerow.persistence.Json;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.StatedDimensions;
import dev.onerow.quality.domain.StoredScore;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A current score as it is shown: the row. */
@Serdeable
record PatternScoreView(
        UUID id,
        UUID patternId,
        double qualityScore,
        double confidence,
        Instant measurementTimestamp,
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
        long rowVersion,
        Instant createdAt,
        Instant updatedAt) {

    static PatternScoreView of(StoredScore score) {
        Measurement measurement = score.measurement();
        StatedDimensions dimensions = measurement.dimensions();
        return new PatternScoreView(
                score.id(),
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
                score.rowVersion(),
                score.createdAt(),
                score.updatedAt());
    }
}
