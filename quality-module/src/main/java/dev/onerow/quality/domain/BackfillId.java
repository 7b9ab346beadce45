package dev.onerow.quality.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * The id of a backfill, a UUID.
 *
 * @param value the UUID
 */
public record BackfillId(UUID value) {

    /** A new id. */
    public static BackfillId random() {
        return new BackfillId(UUID.randomUUID());
    }

    /** Reads a UUID in any of the spellings that {@link PatternId#parse} takes. */
    public static Optional<BackfillId> parse(String text) {
        return PatternId.parse(text).map(id -> new BackfillId(id.value()));
    }

    /** The canonical form, lower case with dashes. */
    @Override
    public String toString() {
        return value.toString();
    }
}
