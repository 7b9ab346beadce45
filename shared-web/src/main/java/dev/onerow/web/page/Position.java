package dev.onerow.web.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a page starts: the values by which the list is ordered, of the last row of the page before. Values are text,
 * whole numbers, doubles, instants, booleans or null, in the order of the list.
 */
public final class Position {
    private final List<@Nullable Object> values;

    Position(List<@Nullable Object> values) {
        this.values = values;
    }

    /** The text at this place. */
    public String text(int index) {
        return at(index, String.class);
    }

    /** The whole number at this place. */
    public long number(int index) {
        return at(index, Long.class);
    }

    /** The double at this place, the very same that was written. */
    public double decimal(int index) {
        Object value = values.get(index);
        return value instanceof BigDecimal decimal ? decimal.doubleValue() : number(index);
    }

    /** The instant at this place, with microseconds. */
    public Instant instant(int index) {
        return Instant.EPOCH.plus(number(index), ChronoUnit.MICROS);
    }

    /** The truth at this place. */
    public boolean bool(int index) {
        return at(index, Boolean.class);
    }

    /** Whether there is null at this place. */
    public boolean isNull(int index) {
        return values.get(index) == null;
    }

    private <T> T at(int index, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(index), "null in a position"));
    }
}
