package dev.onerow.quality;

import dev.onerow.quality.domain.CanonicalJson;
import dev.onerow.quality.domain.Entrance;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.Measurement;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.ScorerVersion;
import dev.onerow.quality.domain.StatedDimensions;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measurements for tests. */
public final class Measurements {
    public static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");
    public static final Instant WEDNESDAY = Instant.parse("2026-11-18T08:00:00Z");
    public static final PatternId ID = new PatternId(UUID.fromString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8"));

    private Measurements() {}

    public static PatternId id(int number) {
        return new PatternId(new UUID(0x2d6f7a1e93c44c0bL, 0x8a5751e0c7b90000L + number));
    }

    public static Measurement at(Instant time, double score) {
        return with(time, score, "1.0.0", null);
    }

    public static Measurement with(Instant time, double score, String version, @Nullable String hash) {
        return measured(ID, time, score, version, hash);
    }

    public static Measurement measured(PatternId id, Instant time, double score) {
        return measured(id, time, score, "1.0.0", null);
    }

    public static Measurement measured(
            PatternId id, Instant time, double score, String version, @Nullable String hash) {
        return new Measurement(
                id,
                score,
                0.5,
                time,
                new ScorerVersion(version),
                "{}",
                StatedDimensions.in(Map.of()),
                hash,
                hash == null ? null : "Writer",
                null);
    }

    public static Measurement withDimensions(Instant time) {
        Map<String, Double> dimensions = Map.of("completeness_score", 0.75, "documentation_score", 0.25);
        return new Measurement(
                ID,
                0.5,
                0.5,
                time,
                new ScorerVersion("1.0.0"),
                CanonicalJson.of(dimensions),
                StatedDimensions.in(dimensions),
                null,
                null,
                null);
    }

    public static Incoming stated(Measurement measurement) {
        return new Incoming(measurement, Entrance.STATED, true);
    }

    public static Incoming untimed(Measurement measurement) {
        return new Incoming(measurement, Entrance.STATED, false);
    }

    public static Incoming scored(Measurement measurement) {
        return new Incoming(measurement, Entrance.SCORED, false);
    }
}
