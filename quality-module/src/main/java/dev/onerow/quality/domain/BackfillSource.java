package dev.onerow.quality.domain;

import java.util.Arrays;
import java.util.Optional;

/** Where a backfill reads patterns from. */
public enum BackfillSource {
    /** Collections of the vector store. */
    QDRANT,
    /** A file of one point or pattern a line. */
    FILE;

    /** The word for it on the wire and in the table. */
    public String word() {
        return Characters.lower(name());
    }

    /** The source of this word. */
    public static Optional<BackfillSource> of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst();
    }
}
