package dev.onerow.persistence;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Stores dates as {@code 2026-02-03}, which sorts as the dates do. See {@link IsoDate}. */
@Singleton
public final class LocalDateConverter implements AttributeConverter<LocalDate, String> {
    private static final int LAST_YEAR = 9999;

    @Override
    public @Nullable String convertToPersistedValue(@Nullable LocalDate date, ConversionContext context) {
        if (date == null) {
            return null;
        }
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A date outside of the years 1 to " + LAST_YEAR);
        }
        return date.toString();
    }

    @Override
    public @Nullable LocalDate convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : LocalDate.parse(text);
    }
}
