package dev.onerow.persistence;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Json} appear as JSON, not as text, in what is sent and received. Micronaut reads a fraction as a double,
 * so one with more than 17 digits arrives rounded; {@link Json#parse} keeps it.
 */
@Singleton
final class JsonSerde implements Serde<Json> {

    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends Json> type, Json value)
            throws IOException {
        write(value.tree(), encoder, type);
    }

    private static void write(@Nullable Object value, Encoder encoder, Argument<?> type) throws IOException {
        if (value instanceof Map<?, ?> members) {
            try (Encoder object = encoder.encodeObject(type)) {
                for (Map.Entry<?, ?> member : members.entrySet()) {
                    object.encodeKey((String) member.getKey());
                    write(member.getValue(), object, type);
                }
            }
        } else if (value instanceof List<?> elements) {
            try (Encoder array = encoder.encodeArray(type)) {
                for (Object element : elements) {
                    write(element, array, type);
                }
            }
        } else if (value instanceof BigDecimal number) {
            encoder.encodeBigDecimal(number);
        } else if (value instanceof Boolean truth) {
            encoder.encodeBoolean(truth);
        } else if (value instanceof String text) {
            encoder.encodeString(text);
        } else {
            encoder.encodeNull();
        }
    }

    @Override
    public Json deserialize(Decoder decoder, DecoderContext context, Argument<? super Json> type) throws IOException {
        try {
            return Json.of(tree(decoder.decodeNode()));
        } catch (IllegalArgumentException unfit) {
            throw new SerdeException(unfit.getMessage(), unfit);
        }
    }

    private static @Nullable Object tree(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            node.entries().forEach(member -> members.put(member.getKey(), tree(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            List<@Nullable Object> elements = new ArrayList<>();
            node.values().forEach(element -> elements.add(tree(element)));
            return elements;
        }
        return node.getValue();
    }
}
