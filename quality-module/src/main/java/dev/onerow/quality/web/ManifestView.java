package dev.onerow.quality.web;

import dev.onerow.quality.domain.ManifestFilter.Verdict;
import dev.onerow.quality.domain.Score;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filtered manifest as it is shown. */
@Serdeable
record ManifestView(
        List<@Nullable Object> patterns,
        double minQuality,
        int total,
        int passed,
        int filtered,
        List<UnscorableView> unscorable,
        List<IndexedScoreView> scores,
        @Nullable Map<String, Object> recorded) {

    static ManifestView of(ManifestRequest request, List<Verdict> verdicts, @Nullable Map<String, Object> recorded) {
        List<@Nullable Object> kept = new ArrayList<>();
        List<UnscorableView> unscorable = new ArrayList<>();
        List<IndexedScoreView> scores = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict.isKept()) {
                kept.add(request.patterns().get(verdict.index()));
            }
            verdict.score()
                    .ifPresentOrElse(
                            score -> scores.add(IndexedScoreView.of(verdict.index(), score)),
                            () -> unscorable.add(UnscorableView.of(request, verdict)));
        }
        return new ManifestView(
                kept,
                request.minQuality(),
                verdicts.size(),
                kept.size(),
                verdicts.size() - kept.size(),
                unscorable,
                scores,
                recorded);
    }

    @Serdeable
    record IndexedScoreView(int index, double qualityScore, String tier) {
        static IndexedScoreView of(int index, Score score) {
            return new IndexedScoreView(index, score.composite(), score.tier().word());
        }
    }

    @Serdeable
    record UnscorableView(int index, @Nullable String patternName, Map<String, Object> problem) {
        static UnscorableView of(ManifestRequest request, Verdict verdict) {
            return new UnscorableView(
                    verdict.index(),
                    request.nameOf(verdict.index()),
                    QualityProblems.flawed(verdict.flaws(), "/patterns/" + verdict.index())
                            .toMap());
        }
    }
}
