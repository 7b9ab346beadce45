package dev.onerow.quality.domain;

import java.util.Optional;

/**
 * One element of a manifest.
 *
 * @param patternId the id that it carries, if it does
 * @param reading the pattern that it is
 */
public record ManifestEntry(Optional<PatternId> patternId, PatternReading reading) {

    /** The id to record its score under: its own, else one made of its name; empty without either. */
    Optional<PatternId> recordedAs(Pattern pattern) {
        return patternId.or(
                () -> pattern.name().isEmpty() ? Optional.empty() : Optional.of(PatternId.ofName(pattern.name())));
    }
}
