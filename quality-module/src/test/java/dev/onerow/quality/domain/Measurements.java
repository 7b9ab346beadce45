package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measurements for tests. */
final class Measurements {
    static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-11-18T08:00:00Z");
    static final PatternId ID = new PatternId(UUID.fromString("2d6f7a1e-93c4-4c0b-8a57-51e0c7b9d3f8"));

    private Measurements() {}

    static Measurement at(Instant time, double score) {
        return with(time, score, "1.0.0", null);
    }

    static Measurement with(Instant time, double score, String version, @Nullable String hash) {
        return new Measurement(
                ID,
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

    static Incoming stated(Measurement measurement) {
        return new Incoming(measurement, Entrance.STATED, true);
    }

    static Incoming untimed(Measurement measurement) {
        return new Incoming(measurement, Entrance.STATED, false);
    }

    static Incoming scored(Measurement measurement) {
        return new Incoming(measurement, Entrance.SCORED, false);
    }
}
