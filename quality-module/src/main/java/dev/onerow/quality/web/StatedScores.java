package dev.onerow.quality.web;

import dev.onerow.persistence.Json;
import dev.onerow.quality.domain.Flaw;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.Score;
import dev.onerow.quality.domain.ScorerVersion;
import dev.onerow.quality.domain.StatedDimensions;
import dev.onerow.quality.domain.StatedScore;
import dev.onerow.web.request.Field;
import dev.onerow.web.request.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads scores that clients state: the body of a {@code PUT}, or a line of a bulk request. */
final class StatedScores {
    private StatedScores() {}

    static StatedScore read(Fields in, PatternId path) {
        PatternIds.requireSame(in, path);
        return readFor(in, path);
    }

    static StatedScore readLine(Fields in) {
        PatternId id = PatternIds.read(in.value(PatternIds.NAME).required(), "/" + PatternIds.NAME)
                .orElseThrow();
        return readFor(in, id);
    }

    private static StatedScore readFor(Fields in, PatternId id) {
        ignoreWhatTheServiceSets(in);
        double qualityScore = share(in, "quality_score").required();
        double confidence = share(in, "confidence").required();
        String version =
                in.text("version").notBlank().atMost(ScorerVersion.LONGEST).orElse(Score.VERSION.value());
        Optional<Instant> measuredAt = in.instant("measurement_timestamp").optional();
        Map<String, @Nullable Object> metadata = metadata(in);
        return new StatedScore(
                id,
                qualityScore,
                confidence,
                measuredAt,
                new ScorerVersion(version),
                Json.of(metadata).text(),
                StatedDimensions.in(metadata));
    }

    /** The metadata, or none when they name a dimension that is none: those are faults like all others. */
    private static Map<String, @Nullable Object> metadata(Fields in) {
        Map<String, @Nullable Object> metadata = in.object("metadata").orElse(Map.of());
        List<Flaw> flaws = StatedDimensions.flawsIn(metadata, "");
        flaws.forEach(flaw -> in.fault("metadata", flaw.pointer().substring(1), flaw.code(), flaw.detail()));
        return flaws.isEmpty() ? metadata : Map.of();
    }

    private static Field<Double> share(Fields in, String name) {
        return in.number(name).check(share -> share >= 0 && share <= 1, "out-of-range", "0 to 1");
    }

    private static void ignoreWhatTheServiceSets(Fields in) {
        StatedDimensions.KEYS.forEach(in::ignore);
        in.ignore(
                "id",
                "input_hash",
                "pattern_name",
                "source_collection",
                "row_version",
                "created_at",
                "updated_at",
                "outcome",
                "signals");
    }
}
