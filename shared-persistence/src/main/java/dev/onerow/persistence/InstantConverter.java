package dev.onerow.persistence;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stores instants as text of a fixed width, {@code 2026-02-03T04:05:06.000001Z}, cut to microseconds: on SQLite the text
 * sorts as the instants do, and PostgreSQL takes it for a {@code timestamptz}. Reads any offset, and the form in which
 * PostgreSQL writes. See {@link Micros}.
 */
@Singleton
public final class InstantConverter implements AttributeConverter<Instant, String> {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final String FORM = "0000-00-00T00:00:00.000000Z";

    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm:ss", "Z")
            .toFormatter();

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Instant instant, ConversionContext context) {
        return instant == null ? null : text(instant);
    }

    @Override
    public @Nullable Instant convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : instant(text);
    }

    /**
     * The text that stands for an instant in the database.
     *
     * @throws IllegalArgumentException when it lies outside of the years 1 to 9999
     */
    public static String text(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("An instant outside of the years 1 to 9999");
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        char[] text = FORM.toCharArray();
        put(text, 0, 4, time.getYear());
        put(text, 5, 2, time.getMonthValue());
        put(text, 8, 2, time.getDayOfMonth());
        put(text, 11, 2, time.getHour());
        put(text, 14, 2, time.getMinute());
        put(text, 17, 2, time.getSecond());
        put(text, 20, 6, instant.getNano() / 1_000);
        return new String(text);
    }

    private static void put(char[] text, int begin, int digits, int number) {
        int rest = number;
        for (int i = begin + digits - 1; i >= begin; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /**
     * The instant that a text of either database stands for, cut to microseconds.
     *
     * @throws IllegalArgumentException when it is no instant
     */
    public static Instant instant(String text) {
        if (isOurs(text)) {
            return ours(text);
        }
        try {
            return OffsetDateTime.parse(text, ANY).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("Not the text of an instant");
        }
    }

    /** Whether it has the form that {@link #text} gives: what nearly every text has, and quicker to read than any. */
    private static boolean isOurs(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char c = text.charAt(i);
            boolean fits = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static Instant ours(String text) {
        try {
            LocalDateTime time = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 7),
                    number(text, 8, 10),
                    number(text, 11, 13),
                    number(text, 14, 16),
                    number(text, 17, 19),
                    number(text, 20, 26) * 1_000);
            return time.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchTime) {
            throw new IllegalArgumentException("Not the text of an instant");
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
