package dev.onerow.telemetry.persistence;

import dev.onerow.persistence.Json;
import dev.onerow.telemetry.domain.Alternative;
import dev.onerow.telemetry.domain.Field;
import dev.onerow.telemetry.domain.FieldFlags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of JSON columns: what the domain says as maps and lists, and back. */
final class JsonForms {
    private static final Json EMPTY = Json.of(Map.of());
    private static final Map<String, Field> FIELDS = fields();

    /** Four flags can say sixteen things, and nearly every extraction says one of them. */
    private static final Map<FieldFlags, Json> FLAGS = new ConcurrentHashMap<>();

    private JsonForms() {}

    static Json ofValues(Map<String, ?> byMethod) {
        return byMethod.isEmpty() ? EMPTY : Json.of(byMethod);
    }

    static Json ofFlags(FieldFlags flags) {
        return FLAGS.computeIfAbsent(flags, it -> Json.of(flags(it)));
    }

    static Json ofFlags(Map<String, FieldFlags> byMethod) {
        return byMethod.isEmpty() ? EMPTY : Json.of(mapped(byMethod, JsonForms::flags));
    }

    static Json ofAttribution(Map<Field, String> attribution) {
        return attribution.isEmpty() ? EMPTY : Json.of(byWord(attribution, method -> method));
    }

    static Json ofAlternatives(Map<String, Map<Field, Alternative>> alternatives) {
        return alternatives.isEmpty()
                ? EMPTY
                : Json.of(mapped(alternatives, byField -> byWord(byField, JsonForms::alternative)));
    }

    static List<String> texts(Json json) {
        return ((List<?>) value(json)).stream().map(String::valueOf).toList();
    }

    static Map<String, Double> numbers(Json json) {
        return mapped(members(json.tree()), number -> ((Number) number).doubleValue());
    }

    static Map<String, Boolean> truths(Json json) {
        return mapped(members(json.tree()), Boolean.class::cast);
    }

    static Map<String, String> words(Json json) {
        return mapped(members(json.tree()), String::valueOf);
    }

    static FieldFlags flags(Json json) {
        return flags(value(json));
    }

    static Map<String, FieldFlags> flagsByMethod(Json json) {
        return mapped(members(json.tree()), JsonForms::flags);
    }

    static Map<Field, String> attribution(Json json) {
        return byField(members(json.tree()), String::valueOf);
    }

    static Map<String, Map<Field, Alternative>> alternatives(Json json) {
        return mapped(members(json.tree()), byField -> byField(members(byField), JsonForms::alternative));
    }

    private static Map<String, Boolean> flags(FieldFlags flags) {
        Map<String, Boolean> form = new LinkedHashMap<>();
        FIELDS.forEach((word, field) -> form.put(word, flags.has(field)));
        return form;
    }

    private static FieldFlags flags(Object value) {
        Map<String, Object> members = members(value);
        return new FieldFlags(
                isTrue(members, Field.TITLE),
                isTrue(members, Field.AUTHOR),
                isTrue(members, Field.CONTENT),
                isTrue(members, Field.PUBLISH_DATE));
    }

    private static boolean isTrue(Map<String, Object> members, Field field) {
        return Boolean.TRUE.equals(members.get(field.word()));
    }

    private static Map<String, @Nullable Object> alternative(Alternative alternative) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("alternative_value", alternative.alternativeValue());
        form.put("current_value", alternative.currentValue());
        form.put("values_differ", alternative.valuesDiffer());
        return form;
    }

    private static Alternative alternative(Object value) {
        Map<String, Object> members = members(value);
        return new Alternative(
                (String) members.get("alternative_value"),
                (String) members.get("current_value"),
                Boolean.TRUE.equals(members.get("values_differ")));
    }

    private static <T, R> Map<String, R> mapped(Map<String, T> from, Function<T, R> mapping) {
        Map<String, R> to = new TreeMap<>();
        from.forEach((name, value) -> to.put(name, mapping.apply(value)));
        return to;
    }

    private static <T, R> Map<String, R> byWord(Map<Field, T> from, Function<T, R> mapping) {
        Map<String, R> to = new TreeMap<>();
        from.forEach((field, value) -> to.put(field.word(), mapping.apply(value)));
        return to;
    }

    private static <R> Map<Field, R> byField(Map<String, Object> from, Function<Object, R> mapping) {
        Map<Field, R> to = new TreeMap<>();
        from.forEach((word, value) -> {
            Field field = FIELDS.get(word);
            if (field != null) {
                to.put(field, mapping.apply(value));
            }
        });
        return to;
    }

    private static Object value(Json json) {
        Object value = json.tree();
        if (value == null) {
            throw new IllegalStateException("A JSON column that is never null holds null");
        }
        return value;
    }

    @SuppressWarnings("unchecked") // What is read back is what the functions above wrote.
    private static Map<String, Object> members(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalStateException("A JSON column holds no object");
    }

    private static Map<String, Field> fields() {
        Map<String, Field> byWord = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            byWord.put(field.word(), field);
        }
        return byWord;
    }
}
