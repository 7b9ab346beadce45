package dev.onerow.web.answer;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.ObjectSerializer;
import io.micronaut.serde.Serializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes the row's own members and then the outcome, all in one object. */
@Singleton
final class StoredSerializer implements Serializer<Stored<Object>> {
    @Override
    public void serialize(
            Encoder encoder, EncoderContext context, Argument<? extends Stored<Object>> type, Stored<Object> stored)
            throws IOException {
        @SuppressWarnings("unchecked") // The class of an object is the class of that object.
        Argument<Object> rowType = (Argument<Object>) Argument.of(stored.row().getClass());
        Serializer<? super Object> row = context.findSerializer(rowType).createSpecific(context, rowType);
        if (!(row instanceof ObjectSerializer<? super Object> members)) {
            throw new SerdeException("A stored row is written as an object: " + rowType);
        }
        Encoder object = encoder.encodeObject(type);
        members.serializeInto(object, context, rowType, stored.row());
        object.encodeKey("outcome");
        object.encodeString(stored.outcome().word());
        object.finishStructure();
    }
}
