package dev.onerow.registry.domain;

import java.time.Instant;

/** A place in a list that is ordered by last change, newest first, then by id, highest first. */
public record Place(Instant updatedAt, long id) {
    /** Before everything. */
    public static final Place START = new Place(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);
}
