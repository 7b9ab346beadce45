package dev.onerow.quality.web;

import dev.onerow.quality.domain.Completeness;
import dev.onerow.quality.domain.Complexity;
import dev.onerow.quality.domain.Documentation;
import dev.onerow.quality.domain.MetadataRichness;
import dev.onerow.quality.domain.OnexCompliance;
import dev.onerow.quality.domain.Score;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts behind each dimension, as they are shown. */
@Serdeable
record SignalsView(
        CompletenessView completeness,
        DocumentationView documentation,
        OnexComplianceView onexCompliance,
        MetadataRichnessView metadataRichness,
        ComplexityView complexity) {

    static SignalsView of(Score score) {
        return new SignalsView(
                CompletenessView.of(score.completeness()),
                DocumentationView.of(score.documentation()),
                OnexComplianceView.of(score.onexCompliance()),
                MetadataRichnessView.of(score.metadataRichness()),
                ComplexityView.of(score.complexity()));
    }

    @Serdeable
    record CompletenessView(
            boolean codePresent, List<String> stubWords, List<String> logicWords, boolean imports, int lines) {
        static CompletenessView of(Completeness signals) {
            return new CompletenessView(
                    signals.codePresent(),
                    signals.stubWords(),
                    signals.logicWords(),
                    signals.imports(),
                    signals.lines());
        }
    }

    @Serdeable
    record DocumentationView(boolean docstring, int commentLines, boolean typeHint, int textLength) {
        static DocumentationView of(Documentation signals) {
            return new DocumentationView(
                    signals.docstring(), signals.commentLines(), signals.typeHint(), signals.textLength());
        }
    }

    @Serdeable
    record OnexComplianceView(
            String nodeType,
            List<String> nameWords,
            boolean typeInName,
            @Nullable String signature,
            boolean signatureInCode) {
        static OnexComplianceView of(OnexCompliance signals) {
            return new OnexComplianceView(
                    signals.nodeType(),
                    signals.nameWords(),
                    signals.typeInName(),
                    signals.signature().orElse(null),
                    signals.signatureInCode());
        }
    }

    @Serdeable
    record MetadataRichnessView(int useCases, int examples, int metadataKeys) {
        static MetadataRichnessView of(MetadataRichness signals) {
            return new MetadataRichnessView(signals.useCases(), signals.examples(), signals.metadataKeys());
        }
    }

    @Serdeable
    record ComplexityView(
            @Nullable String declared,
            int branches,
            @Nullable String measured) {
        static ComplexityView of(Complexity signals) {
            return new ComplexityView(
                    signals.declared().orElse(null),
                    signals.branches(),
                    signals.measured().map(Complexity.Level::word).orElse(null));
        }
    }
}
