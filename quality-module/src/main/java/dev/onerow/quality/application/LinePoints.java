package dev.onerow.quality.application;

import dev.onerow.quality.domain.Flaw;
import dev.onerow.quality.domain.PatternId;
import dev.onerow.quality.domain.PatternReading;
import dev.onerow.quality.domain.Point;
import dev.onerow.web.problem.ProblemException;
import dev.onerow.web.request.StrictJson;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes points of the lines of a file: {@code {"id": …, "payload": …}}, or a pattern, which is known by its
 * {@code pattern_id}, its {@code id} or its name. Not thread-safe.
 */
final class LinePoints {
    private static final String ID = "id";
    private static final String PAYLOAD = "payload";
    private static final String PATTERN_ID = "pattern_id";

    private static final int BITS_OF_A_POINT_ID = 64;

    private final StrictJson json = new StrictJson();
    private final String collection;

    LinePoints(String collection) {
        this.collection = collection;
    }

    Point point(long number, String text) {
        String line = "line " + number;
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try {
            Object value = json.read(utf8, 0, utf8.length);
            if (value instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
                Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) map;
                return isPoint(members) ? ofPoint(line, members) : ofPattern(line, members);
            }
            return flawed(line, Flaw.wrongType("", "A pattern is an object."));
        } catch (ProblemException notStrict) {
            String what = FileLines.isUnkept(text) ? text : "not JSON that can be kept";
            return flawed(line, new Flaw("", "malformed", "This line is " + what + "."));
        }
    }

    private static boolean isPoint(Map<String, @Nullable Object> members) {
        return members.containsKey(PAYLOAD) || (members.size() == 1 && members.containsKey(ID));
    }

    private Point ofPoint(String line, Map<String, @Nullable Object> members) {
        String id = pointId(members.get(ID));
        if (id == null) {
            return flawed(line, Flaw.wrongType("/id", "A point has a text or a whole number as its id."));
        }
        Object payload = members.get(PAYLOAD);
        if (payload != null && !(payload instanceof Map)) {
            return flawed(id, Flaw.wrongType("/payload", "A payload is an object."));
        }
        @SuppressWarnings("unchecked") // The keys of a JSON object are texts.
        Map<String, @Nullable Object> pattern = payload == null ? Map.of() : (Map<String, @Nullable Object>) payload;
        return new Point(id, collection, PatternId.ofPoint(collection, id), PatternReading.of(pattern));
    }

    private Point ofPattern(String line, Map<String, @Nullable Object> members) {
        Object patternId = members.get(PATTERN_ID);
        PatternReading reading = PatternReading.of(members);
        if (patternId != null) {
            PatternId id =
                    patternId instanceof String text ? PatternId.parse(text).orElse(null) : null;
            return id == null
                    ? flawed(line, new Flaw("/pattern_id", "invalid-form", "A pattern id is a UUID."))
                    : new Point(id.toString(), collection, id, reading);
        }
        String pointId = pointId(members.get(ID));
        if (pointId != null) {
            return new Point(pointId, collection, PatternId.ofPoint(collection, pointId), reading);
        }
        String name = reading.answer(pattern -> pattern.name(), flaws -> "");
        return new Point(line, collection, name.isEmpty() ? null : PatternId.ofName(name), reading);
    }

    private Point flawed(String label, Flaw flaw) {
        return new Point(label, collection, null, new PatternReading.NotScorable(List.of(flaw)));
    }

    private static @Nullable String pointId(@Nullable Object id) {
        if (id instanceof Long number && number >= 0) {
            return number.toString();
        }
        if (id instanceof BigDecimal big
                && big.scale() == 0
                && big.signum() > 0
                && big.unscaledValue().bitLength() <= BITS_OF_A_POINT_ID) {
            return big.toString();
        }
        return id instanceof String text && !text.isEmpty() ? text : null;
    }
}
