package dev.onerow.quality.web;

import dev.onerow.quality.domain.Dimensions;
import dev.onerow.quality.domain.Score;
import io.micronaut.serde.annotation.Serdeable;

/** A score that is not stored, as it is shown. */
@Serdeable
record ScoreView(
        DimensionsView dimensions,
        double qualityScore,
        String tier,
        double confidence,
        String version,
        String inputHash,
        SignalsView signals) {

    static ScoreView of(Score score) {
        return new ScoreView(
                DimensionsView.of(score.dimensions()),
                score.composite(),
                score.tier().word(),
                score.confidence(),
                Score.VERSION.value(),
                score.inputHash(),
                SignalsView.of(score));
    }

    @Serdeable
    record DimensionsView(
            double completeness,
            double documentation,
            double onexCompliance,
            double metadataRichness,
            double complexity) {
        static DimensionsView of(Dimensions dimensions) {
            return new DimensionsView(
                    dimensions.completeness(),
                    dimensions.documentation(),
                    dimensions.onexCompliance(),
                    dimensions.metadataRichness(),
                    dimensions.complexity());
        }
    }
}
