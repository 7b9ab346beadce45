package dev.onerow.persistence;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.Instant;
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

    private static final DateTimeFormatter FIXED_WIDTH =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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
        return FIXED_WIDTH.format(instant);
    }

    /**
     * The instant that a text of either database stands for, cut to microseconds.
     *
     * @throws IllegalArgumentException when it is no instant
     */
    public static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text, ANY).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException other) {
            throw new IllegalArgumentException("Not the text of an instant");
        }
    }
}
