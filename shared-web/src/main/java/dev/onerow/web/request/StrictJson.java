package dev.onerow.web.request;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problems;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8259 has it, and stricter where two readers could disagree: UTF-8 only, one value and nothing after it, no
 * member twice, no U+0000 and no half of a surrogate pair, 100 levels deep at most. Numbers are exact. The tree is made
 * of {@link Map}, {@link List}, {@link String}, {@link Long}, {@link BigDecimal}, {@link Boolean} and null; members keep
 * their order.
 *
 * <p>Not thread-safe: one reader reads any number of texts, one after another, and keeps its buffer.
 */
public final class StrictJson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ERRORS = 100;
    private static final int MAX_DIGITS = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final List<FieldError> errors = new ArrayList<>();
    private CharBuffer text = CharBuffer.allocate(1_024);

    /** Reads one text with a reader of its own. */
    public static @Nullable Object parse(byte[] utf8) {
        return new StrictJson().read(utf8, 0, utf8.length);
    }

    /**
     * Reads one text, which may start with a byte order mark.
     *
     * @throws dev.onerow.web.problem.ProblemException 400 when it is not JSON, 422 with pointers when it is not strict
     */
    public @Nullable Object read(byte[] utf8, int offset, int length) {
        decode(utf8, offset, length);
        int start = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK ? 1 : 0;
        errors.clear();
        try (JsonParser parser = FACTORY.createParser(text.array(), start, text.limit() - start)) {
            if (parser.nextToken() == null) {
                throw Problems.malformedRequest("There is no JSON value.").asException();
            }
            Object value = value(parser, Place.ROOT, 1);
            if (parser.nextToken() != null) {
                throw notJson(parser);
            }
            return strict(value);
        } catch (StreamConstraintsException e) {
            fault(Place.ROOT, "too-deep", "At most " + MAX_DEPTH + " levels.");
            return strict(null);
        } catch (IOException e) {
            throw Problems.malformedRequest("Not JSON: " + placeOf(e)).asException();
        }
    }

    /** Writes a tree of maps with text keys, collections, texts, numbers, booleans and nulls, without white space. */
    public static String write(@Nullable Object tree) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Writes such a tree to a generator. */
    public static void write(JsonGenerator to, @Nullable Object tree) throws IOException {
        if (tree == null) {
            to.writeNull();
        } else if (tree instanceof Map<?, ?> map) {
            to.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                to.writeFieldName(String.valueOf(entry.getKey()));
                write(to, entry.getValue());
            }
            to.writeEndObject();
        } else if (tree instanceof Collection<?> collection) {
            to.writeStartArray();
            for (Object element : collection) {
                write(to, element);
            }
            to.writeEndArray();
        } else {
            writeScalar(to, tree);
        }
    }

    private static void writeScalar(JsonGenerator to, Object scalar) throws IOException {
        if (scalar instanceof Long || scalar instanceof Integer || scalar instanceof Short) {
            to.writeNumber(((Number) scalar).longValue());
        } else if (scalar instanceof BigDecimal number) {
            to.writeNumber(number);
        } else if (scalar instanceof Double || scalar instanceof Float) {
            to.writeNumber(((Number) scalar).doubleValue());
        } else if (scalar instanceof Boolean bool) {
            to.writeBoolean(bool);
        } else {
            to.writeString(scalar.toString());
        }
    }

    private @Nullable Object strict(@Nullable Object value) {
        if (errors.isEmpty()) {
            return value;
        }
        throw Problems.invalidBody(errors).asException();
    }

    private void decode(byte[] utf8, int offset, int length) {
        if (text.capacity() < length) {
            text = CharBuffer.allocate(Math.max(length, 2 * text.capacity()));
        }
        text.clear();
        try {
            decoder.reset();
            var result = decoder.decode(ByteBuffer.wrap(utf8, offset, length), text, true);
            if (result.isError()) {
                result.throwException();
            }
            decoder.flush(text);
            text.flip();
        } catch (CharacterCodingException e) {
            throw Problems.malformedRequest("Not UTF-8.").asException();
        }
    }

    private @Nullable Object value(JsonParser parser, Place place, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> tooDeep(parser, place, depth) ? null : object(parser, place, depth);
            case START_ARRAY -> tooDeep(parser, place, depth) ? null : array(parser, place, depth);
            case VALUE_STRING -> text(parser.getText(), place);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token, place);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw notJson(parser);
        };
    }

    private Map<String, @Nullable Object> object(JsonParser parser, Place place, int depth) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Place member = place.member(name);
            text(name, member);
            parser.nextToken();
            Object value = value(parser, member, depth + 1);
            if (members.containsKey(name)) {
                fault(member, "duplicate-member", "The member stands here twice.");
            }
            members.put(name, value);
        }
        return members;
    }

    private List<@Nullable Object> array(JsonParser parser, Place place, int depth) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, place.element(elements.size()), depth + 1));
        }
        return elements;
    }

    private boolean tooDeep(JsonParser parser, Place place, int depth) throws IOException {
        if (depth <= MAX_DEPTH) {
            return false;
        }
        fault(place, "too-deep", "At most " + MAX_DEPTH + " levels.");
        parser.skipChildren();
        return true;
    }

    private String text(String text, Place place) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                fault(place, "invalid-text", "U+0000 cannot be stored.");
                return text;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    fault(place, "invalid-text", "Half of a surrogate pair cannot be stored.");
                    return text;
                }
                i++;
            }
        }
        return text;
    }

    private Object number(JsonParser parser, JsonToken token, Place place) throws IOException {
        if (parser.getTextLength() > MAX_DIGITS) {
            return outOfRange(place);
        }
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        BigDecimal number;
        try {
            number = new BigDecimal(parser.getText());
        } catch (NumberFormatException e) {
            // The exponent has more digits than an int.
            return outOfRange(place);
        }
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MAX_DIGITS || number.scale() > MAX_DIGITS || number.scale() < -MAX_DIGITS) {
            return outOfRange(place);
        }
        return number;
    }

    private Object outOfRange(Place place) {
        fault(place, "out-of-range", "A number has at most " + MAX_DIGITS + " digits on either side of the point.");
        return 0L;
    }

    private void fault(Place place, String code, String detail) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(FieldError.at(place.pointer(), code, detail));
        }
    }

    private static RuntimeException notJson(JsonParser parser) {
        return Problems.malformedRequest("Not JSON: " + placeOf(parser.currentTokenLocation()))
                .asException();
    }

    private static String placeOf(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? placeOf(json.getLocation())
                : "it ends too early.";
    }

    /** The line goes without saying where it is the first: the text may be a line of many, which has its own number. */
    private static String placeOf(JsonLocation location) {
        String line = location.getLineNr() == 1 ? "" : "line " + location.getLineNr() + ", ";
        return line + "column " + location.getColumnNr() + ".";
    }
}
