package dev.onerow.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Instants and dates as clients write them. */
final class Times {
    private static final Pattern DIGITS_BEYOND_NANOSECONDS = Pattern.compile("(\\.[0-9]{9})[0-9]+");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    static Instant instant(String text) {
        String readable =
                text.length() > 30 ? DIGITS_BEYOND_NANOSECONDS.matcher(text).replaceFirst("$1") : text;
        Instant instant;
        try {
            instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(readable, OffsetDateTime::from)
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Unfit.wrongType();
        }
        if (instant.isBefore(FIRST) || !instant.isBefore(AFTER_LAST)) {
            throw Unfit.outOfRange();
        }
        return instant;
    }

    static LocalDate date(String text) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Unfit.wrongType();
        }
        Instant start = date.atStartOfDay().toInstant(ZoneOffset.UTC);
        if (start.isBefore(FIRST) || !start.isBefore(AFTER_LAST)) {
            throw Unfit.outOfRange();
        }
        return date;
    }
}
