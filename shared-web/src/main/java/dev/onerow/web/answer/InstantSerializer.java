package dev.onerow.web.answer;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** Instants on the wire: RFC 3339 in UTC, at most microseconds, no zeros at the end of the fraction. */
@Singleton
@Primary
final class InstantSerializer implements Serializer<Instant> {
    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Instant> type, Instant instant)
            throws IOException {
        encoder.encodeString(Instants.text(instant));
    }
}
