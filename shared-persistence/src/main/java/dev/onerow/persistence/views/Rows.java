package dev.onerow.persistence.views;

import java.util.Optional;

/** Rows on their way, in bounded memory. Used by one thread. */
public interface Rows extends AutoCloseable {

    /**
     * The next row, one value for each column, or empty at the end. A value is null, a Boolean, a Long, a BigDecimal, a
     * {@link RawJson} or a String; numbers that are none, bytes (hexadecimal behind {@code \x}), dates
     * and everything else are text.
     */
    Optional<Row> next();

    @Override
    void close();
}
