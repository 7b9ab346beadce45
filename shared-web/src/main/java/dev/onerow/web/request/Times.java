package dev.onerow.web.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Instants and dates as clients write them. */
final class Times {
    private static final Pattern DIGITS_BEYOND_NANOSECONDS = Pattern.compile("(\\.[0-9]{9})[0-9]+");
    private static final String USUAL = "0000-00-00T00:00:00Z";
    private static final int DECIMAL = 10;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private Times() {}

    static Instant instant(String text) {
        Instant usual = isUsual(text) ? usual(text) : null;
        return usual == null ? anyInstant(text) : usual;
    }

    /** Whether it looks like {@code 2026-11-20T08:30:00Z}, as nearly all do: read in a fraction of the time. */
    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char c = text.charAt(i);
            boolean fits = USUAL.charAt(i) == '0' ? c >= '0' && c <= '9' : c == USUAL.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Null when there is no such time, or none that is kept: whoever reads them all says what is wrong. */
    private static @Nullable Instant usual(String text) {
        int year = number(text, 0, 4);
        try {
            return year == 0
                    ? null
                    : LocalDateTime.of(
                                    year,
                                    number(text, 5, 7),
                                    number(text, 8, 10),
                                    number(text, 11, 13),
                                    number(text, 14, 16),
                                    number(text, 17, 19))
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, DECIMAL);
    }

    private static Instant anyInstant(String text) {
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
