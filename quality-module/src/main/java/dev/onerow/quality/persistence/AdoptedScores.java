package dev.onerow.quality.persistence;

import dev.onerow.persistence.InstantConverter;
import dev.onerow.persistence.Json;
import dev.onerow.persistence.Outcome;
import dev.onerow.persistence.adopting.Adopted;
import dev.onerow.persistence.adopting.Adoption;
import dev.onerow.persistence.adopting.AdoptionRun;
import dev.onerow.persistence.adopting.Merged;
import dev.onerow.persistence.adopting.OldRow;
import dev.onerow.persistence.adopting.OldShape;
import dev.onerow.persistence.adopting.Reading;
import dev.onerow.persistence.adopting.Reading.Kept;
import dev.onerow.persistence.adopting.Reason;
import dev.onerow.quality.domain.Condition;
import dev.onerow.quality.domain.Incoming;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternScores;
import dev.onerow.quality.domain.Recorded;
import dev.onerow.quality.domain.Score;
import dev.onerow.quality.domain.ScorerVersion;
import dev.onerow.quality.domain.Shares;
import dev.onerow.quality.domain.StatedDimensions;
import dev.onerow.quality.domain.StatedScore;
import dev.onerow.quality.domain.Storing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Scores of older databases, where a pattern had as many as were inserted. Each becomes a measurement in the history; the
 * current score is decided as it always is.
 */
@Singleton
final class AdoptedScores implements Adoption<Incoming> {
    private static final OldShape SHAPE = new OldShape(
            20,
            "pattern_quality_metrics",
            Set.of("pattern_id", "quality_score", "confidence"),
            Set.of("id", "measurement_timestamp", "version", "metadata", "created_at", "updated_at"),
            "measurements: all in the history, the newest of a pattern is its score");

    private final PatternScores scores;
    private final Clock clock;

    AdoptedScores(PatternScores scores, Clock clock) {
        this.scores = scores;
        this.clock = clock;
    }

    @Override
    public OldShape shape() {
        return SHAPE;
    }

    @Override
    public Reading<Incoming> read(OldRow row) {
        String text = row.textOr("pattern_id", "").strip();
        if (text.isEmpty()) {
            return Reading.refused(Reason.NULL_KEY);
        }
        Optional<PatternId> pattern = PatternId.parse(text);
        if (pattern.isEmpty()) {
            return Reading.refused(Reason.INVALID_KEY);
        }
        double quality = row.requiredNumber("quality_score").doubleValue();
        double confidence = row.requiredNumber("confidence").doubleValue();
        Map<String, @Nullable Object> metadata = row.object("metadata");
        String version = row.textOr("version", "").isBlank() ? Score.VERSION.value() : row.requiredText("version");
        boolean isUsable = Shares.isShare(quality)
                && Shares.isShare(confidence)
                && ScorerVersion.isVersion(version)
                && StatedDimensions.flawsIn(named(metadata), "").isEmpty();
        if (!isUsable) {
            return Reading.refused(Reason.INVALID_VALUE);
        }
        Instant measuredAt = row.has("measurement_timestamp")
                ? row.requiredInstant("measurement_timestamp")
                : row.requiredInstant("created_at");
        return new Kept<>(
                pattern.get().toString(),
                pattern.get() + " " + InstantConverter.text(measuredAt),
                InstantConverter.text(measuredAt) + " " + row.idRank(),
                new StatedScore(
                                pattern.get(),
                                quality,
                                confidence,
                                Optional.of(measuredAt),
                                new ScorerVersion(version),
                                Json.of(metadata).text(),
                                StatedDimensions.in(metadata))
                        .arriving(measuredAt)
                        .withId(PatternId.parse(row.textOr("id", ""))
                                .map(PatternId::value)
                                .orElse(null)));
    }

    /** A dimension that is null says nothing. */
    private static Map<String, @Nullable Object> named(Map<String, @Nullable Object> metadata) {
        Map<String, @Nullable Object> named = new HashMap<>(metadata);
        named.values().removeIf(value -> value == null);
        return named;
    }

    @Override
    public Merged<Incoming> merge(Incoming first, Incoming second) {
        return switch (Storing.inHistory(first.measurement(), second.measurement(), false)) {
            case WRITE -> Merged.secondOf(second);
            case UNCHANGED -> Merged.into(first);
            case STALE, CONDITION_FAILED -> Merged.firstOf(first);
        };
    }

    @Override
    public Writer<Incoming> writer(AdoptionRun run) {
        return this::write;
    }

    /** The last of a pattern tells what became of it, so the newest comes last. */
    private List<Adopted> write(List<Incoming> newestFirst) {
        List<Incoming> newestLast = new ArrayList<>();
        UUID newest = null;
        for (int i = 0; i < newestFirst.size(); i++) {
            boolean begins = i == 0 || !isSamePattern(newestFirst, i - 1, i);
            boolean ends = i == newestFirst.size() - 1 || !isSamePattern(newestFirst, i, i + 1);
            newest = begins ? newestFirst.get(i).formerId() : newest;
            // A score keeps the id that it is inserted with, and the oldest is inserted first.
            newestLast.add(newestFirst.get(i).withId(ends ? newest : null));
        }
        Collections.reverse(newestLast);
        List<Adopted> adopted = new ArrayList<>();
        for (Recorded recorded : scores.record(newestLast, Condition.none(), clock.instant())) {
            adopted.add(adopted(recorded.outcome()));
        }
        Collections.reverse(adopted);
        return adopted;
    }

    private static boolean isSamePattern(List<Incoming> rows, int one, int other) {
        return rows.get(one)
                .measurement()
                .patternId()
                .equals(rows.get(other).measurement().patternId());
    }

    /** A score that is not the current one lives on in the history. */
    private static Adopted adopted(Recorded.Outcome outcome) {
        return switch (outcome) {
            case INSERTED -> Adopted.as(Outcome.INSERTED);
            case UPDATED -> Adopted.as(Outcome.UPDATED);
            case UNCHANGED -> Adopted.as(Outcome.UNCHANGED);
            case FOLDED -> Adopted.as(Outcome.FOLDED);
            case STALE -> new Adopted(Outcome.STALE, null);
            case REFUSED, CONDITION_FAILED -> Adopted.refused(Reason.INVALID_VALUE);
        };
    }
}
