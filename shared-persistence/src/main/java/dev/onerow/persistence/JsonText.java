package dev.onerow.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON and writes its canonical text; holds the bounds of {@link Json}. */
final class JsonText {
    private static final int MOST_LEVELS = 200;
    private static final int MOST_DIGITS = 1_000;
    private static final int LONGEST_NUMBER = 2 * MOST_DIGITS + 20; // a sign, a point and an exponent besides

    /** Java orders texts by UTF-16 units, in which the pairs of the high planes come before U+E000. */
    private static final Comparator<String> BY_CODE_POINT = (one, other) -> {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right) {
                boolean pair = Character.isSurrogate(left) != Character.isSurrogate(right);
                return pair ? Boolean.compare(Character.isSurrogate(left), Character.isSurrogate(right)) : left - right;
            }
        }
        return one.length() - other.length();
    };

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(MOST_LEVELS)
                    .build())
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonText() {}

    static @Nullable Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = readValue(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("More than one JSON value");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw notJson(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The parser's own message repeats what it read. */
    private static IllegalArgumentException notJson(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return new IllegalArgumentException(
                location == null
                        ? "Not JSON that can be kept"
                        : "Not JSON that can be kept, at line " + location.getLineNr() + ", column "
                                + location.getColumnNr());
    }

    private static @Nullable Object readValue(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalArgumentException("No JSON value");
        }
        return switch (token) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> whole(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> bounded(decimal(parser));
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("Not JSON that can be kept");
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new TreeMap<>(BY_CODE_POINT);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = whole(parser.currentName());
            parser.nextToken();
            members.put(name, readValue(parser));
        }
        return Collections.unmodifiableMap(members);
    }

    private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(readValue(parser));
        }
        return Collections.unmodifiableList(elements);
    }

    private static BigDecimal decimal(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException exponentTooLarge) {
            throw new IllegalArgumentException("A number has too many digits");
        }
    }

    static String canonical(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(value, generator);
        } catch (JsonProcessingException tooDeep) {
            throw new IllegalArgumentException("More than " + MOST_LEVELS + " levels of JSON");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator generator) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(whole(text));
        } else if (value instanceof Number number) {
            generator.writeNumber(bounded(exact(number)));
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Json json) {
            write(json.tree(), generator);
        } else if (value instanceof Map<?, ?> members) {
            writeObject(members, generator);
        } else if (value instanceof Collection<?> elements) {
            generator.writeStartArray();
            for (Object element : elements) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException(
                    "No JSON for a " + value.getClass().getName());
        }
    }

    private static void writeObject(Map<?, ?> members, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> member :
                isSorted(members) ? members.entrySet() : sorted(members).entrySet()) {
            generator.writeFieldName(name(member.getKey()));
            write(member.getValue(), generator);
        }
        generator.writeEndObject();
    }

    private static boolean isSorted(Map<?, ?> members) {
        String last = null;
        for (Object member : members.keySet()) {
            String name = name(member);
            if (last != null && BY_CODE_POINT.compare(last, name) >= 0) {
                return false;
            }
            last = name;
        }
        return true;
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> members) {
        Map<String, @Nullable Object> sorted = new TreeMap<>(BY_CODE_POINT);
        members.forEach((name, member) -> sorted.put(name(name), member));
        return sorted;
    }

    private static String name(@Nullable Object member) {
        if (member instanceof String text) {
            return whole(text);
        }
        throw new IllegalArgumentException("A member of JSON whose name is no text");
    }

    private static BigDecimal exact(Number number) {
        try {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException notFinite) {
            throw new IllegalArgumentException("A number that is none in JSON");
        }
    }

    private static BigDecimal bounded(BigDecimal number) {
        // Looked at before it is written out: 1e400000000 is short as it stands.
        if (number.scale() > 2 * MOST_DIGITS || number.precision() - (long) number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("A number has too many digits");
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("A number has too many digits");
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == 0) {
                throw new IllegalArgumentException("A text holds U+0000");
            }
            if (Character.isSurrogate(unit)) {
                if (!Character.isHighSurrogate(unit)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("A text holds half a surrogate pair");
                }
                i++;
            }
        }
        return text;
    }
}
