package dev.onerow.web.request;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.TypedMessageBodyReader;
import io.micronaut.http.codec.CodecException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the bytes of a body as they are; they are parsed when the controller reads them. The buffer that they come in is
 * the reader's to release: nobody else does, and what is not released is lost to the server for good.
 */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
final class JsonBodyReader implements TypedMessageBodyReader<JsonBody> {
    private static final Argument<JsonBody> TYPE = Argument.of(JsonBody.class);

    private final Outlines outlines;

    JsonBodyReader(Outlines outlines) {
        this.outlines = outlines;
    }

    @Override
    public Argument<JsonBody> getType() {
        return TYPE;
    }

    @Override
    public JsonBody read(Argument<JsonBody> type, MediaType mediaType, Headers headers, ByteBuffer<?> bytes) {
        JsonBody body = body(type, bytes.toByteArray());
        if (bytes instanceof ReferenceCounted counted) {
            counted.release();
        }
        return body;
    }

    @Override
    public JsonBody read(Argument<JsonBody> type, MediaType mediaType, Headers headers, InputStream bytes) {
        try {
            return body(type, bytes.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("The body ended early", e);
        }
    }

    private JsonBody body(Argument<JsonBody> type, byte[] utf8) {
        return new JsonBody(utf8, () -> outlines.of(type.getAnnotationMetadata()));
    }
}
