package dev.onerow.quality.domain;

/**
 * What the scorer says of one pattern, and why.
 *
 * @param completeness the signals of the first dimension
 * @param documentation the signals of the second
 * @param onexCompliance the signals of the third
 * @param metadataRichness the signals of the fourth
 * @param complexity the signals of the fifth
 * @param dimensions the five dimensions that follow from the signals
 * @param composite the weighted sum of the dimensions
 * @param confidence the pattern's confidence, no part of the composite
 * @param inputHash which pattern was scored
 */
public record Score(
        Completeness completeness,
        Documentation documentation,
        OnexCompliance onexCompliance,
        MetadataRichness metadataRichness,
        Complexity complexity,
        Dimensions dimensions,
        double composite,
        double confidence,
        String inputHash) {

    /** The version of the algorithm: other rules or weights need another one. */
    public static final ScorerVersion VERSION = new ScorerVersion("1.0.0");

    /** Scores a pattern. Pure: the same pattern always has the same score. */
    public static Score of(Pattern pattern) {
        Completeness completeness = Completeness.of(pattern);
        Documentation documentation = Documentation.of(pattern);
        OnexCompliance onexCompliance = OnexCompliance.of(pattern);
        MetadataRichness metadataRichness = MetadataRichness.of(pattern);
        Complexity complexity = Complexity.of(pattern);
        Dimensions dimensions = new Dimensions(
                completeness.score(),
                documentation.score(),
                onexCompliance.score(),
                metadataRichness.score(),
                complexity.score());
        return new Score(
                completeness,
                documentation,
                onexCompliance,
                metadataRichness,
                complexity,
                dimensions,
                dimensions.composite(),
                pattern.confidence().doubleValue(),
                pattern.inputHash());
    }

    /** The tier of the composite. */
    public Tier tier() {
        return Tier.of(composite);
    }
}
