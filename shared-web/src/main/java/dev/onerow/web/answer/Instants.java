package dev.onerow.web.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** How instants are written: {@code 2026-11-20T08:00:01.13Z}. */
public final class Instants {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    private Instants() {}

    /** RFC 3339 in UTC, at most microseconds, no zeros at the end of the fraction. */
    public static String text(Instant instant) {
        return FORM.format(instant);
    }
}
