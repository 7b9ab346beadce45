package dev.onerow.quality.domain;

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
     * @param pattern what was scored, or empty when it cannot be
     * @param score empty when it cannot be scored
     * @param flaws why not; empty when it was scored
     */
    public record Verdict(
            int index, boolean isKept, Optional<Pattern> pattern, Optional<Score> score, List<Flaw> flaws) {
        /** Copies the flaws. */
        public Verdict {
            flaws = List.copyOf(flaws);
        }
    }

    /** One verdict for each pattern, in the order given. */
    public List<Verdict> judge(List<PatternReading> patterns) {
        List<Verdict> verdicts = new ArrayList<>(patterns.size());
        for (PatternReading reading : patterns) {
            verdicts.add(judge(verdicts.size(), reading));
        }
        return verdicts;
    }

    private Verdict judge(int index, PatternReading reading) {
        Function<Pattern, Verdict> scored = pattern -> {
            Score score = Score.of(pattern);
            boolean isKept = Shares.reaches(score.composite(), threshold);
            return new Verdict(index, isKept, Optional.of(pattern), Optional.of(score), List.of());
        };
        return reading.answer(scored, flaws -> new Verdict(index, true, Optional.empty(), Optional.empty(), flaws));
    }
}
