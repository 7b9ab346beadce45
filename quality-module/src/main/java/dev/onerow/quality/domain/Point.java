package dev.onerow.quality.domain;

import org.jspecify.annotations.Nullable;

/**
 * One element of a source.
 *
 * @param label what people find it again by: the id that the source gives it, or the line of a file
 * @param collection the collection that it is in
 * @param patternId the pattern that it is, or null when that cannot be told
 * @param reading its payload as a pattern
 */
public record Point(
        String label, String collection, @Nullable PatternId patternId, PatternReading reading) {}
