package dev.onerow.quality.domain;

/**
 * How much is told about a pattern: the facts, and the score they make.
 *
 * @param useCases how many use cases it names
 * @param examples how many examples it gives
 * @param metadataKeys how many keys its metadata has
 */
public record MetadataRichness(int useCases, int examples, int metadataKeys) {
    private static final int FEW_KEYS = 3;

    static MetadataRichness of(Pattern pattern) {
        return new MetadataRichness(
                pattern.useCases().size(),
                pattern.examples().size(),
                pattern.metadata().size());
    }

    double score() {
        double score = 0.0;
        score += Math.min(0.4, useCases / 3.0 * 0.4);
        score += Math.min(0.3, examples / 2.0 * 0.3);
        if (metadataKeys > FEW_KEYS) {
            score += 0.3;
        }
        return Shares.clamped(score);
    }
}
