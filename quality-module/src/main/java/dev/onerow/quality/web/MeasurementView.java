package dev.onerow.quality.web;

import dev.onerow.persistence.Json;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.StatedDimensions;
import dev.onerow.quality.domain.StoredScore;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A measurement of the history as it is shown: the row. */
@Serdeable
record MeasurementView(
        UUID id,
        UUID patternId,
        Instant measurementTimestamp,
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
        long rowVersion,
        Instant createdAt,
        Instant updatedAt) {

    static MeasurementView of(StoredScore score) {
        Measurement measurement = score.measurement();
        StatedDimensions dimensions = measurement.dimensions();
        return new MeasurementView(
                score.id(),
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
                score.rowVersion(),
                score.createdAt(),
                score.updatedAt());
    }
}
