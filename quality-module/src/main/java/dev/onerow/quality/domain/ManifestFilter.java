package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the patterns whose composite reaches a threshold. What cannot be scored is kept too, because nobody knows
 * that it is bad.
 */
public final class ManifestFilter {
    private final double threshold;

    /**
     * A filter.
     *
     * @param threshold 0 to 1
     * @throws IllegalArgumentException when it is not
     */
    public ManifestFilter(double threshold) {
        this.threshold = Shares.require("min_quality", threshold);
    }

    /**
     * What the filter says of one pattern.
     *
     * @param index its place in the manifest, from 0
     * @param isKept whether it passes
     * @param patternId the id to record the score under; empty when there is none, or no score
     * @param pattern what was scored, or empty when it cannot be
     * @param score empty when it cannot be scored
     * @param flaws why not; empty when it was scored
     */
    public record Verdict(
            int index,
            boolean isKept,
            Optional<PatternId> patternId,
            Optional<Pattern> pattern,
            Optional<Score> score,
            List<Flaw> flaws) {
        /** Copies the flaws. */
        public Verdict {
            flaws = List.copyOf(flaws);
        }

        /** The measurement to record, if there is one. */
        public Optional<Incoming> arriving(Instant now) {
            return patternId.flatMap(
                    id -> pattern.flatMap(scored -> score.map(result -> Incoming.scored(id, scored, result, now))));
        }
    }

    /** One verdict for each pattern, in the order given. */
    public List<Verdict> judge(List<ManifestEntry> entries) {
        List<Verdict> verdicts = new ArrayList<>(entries.size());
        for (ManifestEntry entry : entries) {
            verdicts.add(judge(verdicts.size(), entry));
        }
        return verdicts;
    }

    private Verdict judge(int index, ManifestEntry entry) {
        Function<Pattern, Verdict> scored = pattern -> {
            Score score = Score.of(pattern);
            boolean isKept = Shares.reaches(score.composite(), threshold);
            return new Verdict(
                    index, isKept, entry.recordedAs(pattern), Optional.of(pattern), Optional.of(score), List.of());
        };
        Function<List<Flaw>, Verdict> notScorable =
                flaws -> new Verdict(index, true, Optional.empty(), Optional.empty(), Optional.empty(), flaws);
        return entry.reading().answer(scored, notScorable);
    }
}
