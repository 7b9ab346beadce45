package dev.onerow.quality.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list ordered by time, the latest first, then by id.
 *
 * @param time of the last row before it
 * @param id of the last row before it
 * @param isStart whether no row is before it, so that one at this very place is behind it
 */
public record AfterTime(Instant time, UUID id, boolean isStart) {
    /** Before the first row. */
    public static final AfterTime NOTHING =
            new AfterTime(Instant.parse("9999-12-31T23:59:59.999999Z"), new UUID(0, 0), true);

    /** Behind a row. */
    public AfterTime(Instant time, UUID id) {
        this(time, id, false);
    }
}
