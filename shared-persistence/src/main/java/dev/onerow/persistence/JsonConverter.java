package dev.onerow.persistence;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Stores JSON as text, which PostgreSQL takes for {@code jsonb}. */
@Singleton
public final class JsonConverter implements AttributeConverter<Json, String> {

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Json json, ConversionContext context) {
        return json == null ? null : json.text();
    }

    @Override
    public @Nullable Json convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : Json.stored(text);
    }
}
