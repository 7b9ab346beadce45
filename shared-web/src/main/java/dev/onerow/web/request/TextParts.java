package dev.onerow.web.request;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.netty.handler.codec.http.multipart.FileUpload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A part of a form that a controller takes as text may come with a file name and a media type, as clients send JSON.
 * Without this it would be read by its media type, and an object of JSON is no text.
 */
@Singleton
final class TextParts implements TypeConverter<FileUpload, String> {
    private static final long LONGEST = 1L << 20;

    @Override
    public Optional<String> convert(FileUpload part, Class<String> type, ConversionContext context) {
        if (part.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(part.get(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
