package dev.onerow.app;

import dev.onerow.web.answer.Stored;
import dev.onerow.web.page.Page;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Describes the bodies, from the same introspections by which they are written. Not thread-safe. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Double.class, Map.of("type", "number")),
            Map.entry(double.class, Map.of("type", "number")));
    private static final List<String> OUTCOMES =
            List.of("inserted", "updated", "unchanged", "stale", "folded", "rejected");

    private final Map<String, Object> named = new TreeMap<>();

    Map<String, Object> all() {
        return named;
    }

    /** What a controller's method answers; empty where its type does not tell. */
    Map<String, Object> answer(Argument<?> type) {
        if (HttpResponse.class.isAssignableFrom(type.getType())) {
            return first(type).map(this::answer).orElse(Map.of());
        }
        if (type.getType() == Stored.class) {
            Map<String, Object> outcome = object(Map.of("outcome", Map.of("type", "string", "enum", OUTCOMES)));
            return Map.of("allOf", List.of(first(type).map(this::of).orElse(Map.of()), outcome));
        }
        if (type.getType() == Page.class) {
            Map<String, Object> items = list(first(type).map(this::of).orElse(Map.of()));
            return object(Map.of("items", items, "next", Map.of("type", "string", "nullable", true)));
        }
        return of(type);
    }

    /** RFC 9457, with the members that ours have. */
    Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> fault = Map.of(
                "type",
                "object",
                "properties",
                Map.of("pointer", text, "parameter", text, "code", text, "detail", text));
        Map<String, Object> members = new LinkedHashMap<>();
        List.of("type", "title", "detail", "instance").forEach(name -> members.put(name, text));
        members.put("status", Map.of("type", "integer"));
        members.put("errors", list(fault));
        return component(
                "Problem",
                Map.of("type", "object", "properties", members, "required", List.of("type", "title", "status")));
    }

    /** The last line of a bulk answer. */
    Map<String, Object> receipt() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("received", Map.of("type", "integer"));
        OUTCOMES.forEach(outcome -> counts.put(outcome, Map.of("type", "integer")));
        return component("Receipt", object(Map.of("receipt", object(counts))));
    }

    /** One line of a bulk answer. */
    Map<String, Object> line() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("line", Map.of("type", "integer"));
        members.put("key", Map.of("type", "object"));
        members.put("outcome", Map.of("type", "string", "enum", OUTCOMES));
        members.put("problem", problem());
        Map<String, Object> line = component("Line", Map.of("type", "object", "properties", members));
        return Map.of("oneOf", List.of(line, receipt()));
    }

    private Map<String, Object> of(Argument<?> type) {
        Class<?> raw = type.getType();
        Map<String, Object> scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(first(type).map(this::of).orElse(Map.of()));
        }
        if (raw.isEnum()) {
            List<String> words = Arrays.stream(raw.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .toList();
            return Map.of("type", "string", "enum", words);
        }
        return raw.isRecord() && raw.getPackageName().endsWith(".web") ? ofRecord(raw) : Map.of();
    }

    private Map<String, Object> ofRecord(Class<?> raw) {
        String name = raw.getPackageName().split("\\.", -1)[2] + "." + raw.getSimpleName();
        Optional<? extends BeanIntrospection<?>> introspection = BeanIntrospector.SHARED.findIntrospection(raw);
        if (introspection.isEmpty()) {
            return Map.of();
        }
        if (!named.containsKey(name)) {
            named.put(name, Map.of()); // A record that holds itself ends here.
            Map<String, Object> members = new LinkedHashMap<>();
            for (BeanProperty<?, ?> property : introspection.get().getBeanProperties()) {
                members.put(
                        NameUtils.underscoreSeparate(property.getName()).toLowerCase(Locale.ROOT), member(property));
            }
            named.put(name, object(members));
        }
        return reference(name);
    }

    private Map<String, Object> member(BeanProperty<?, ?> property) {
        Map<String, Object> schema = of(property.asArgument());
        if (!property.isNullable()) {
            return schema;
        }
        Map<String, Object> nullable = new LinkedHashMap<>();
        if (schema.containsKey("$ref")) {
            nullable.put("allOf", List.of(schema));
        } else {
            nullable.putAll(schema);
        }
        nullable.put("nullable", true);
        return nullable;
    }

    private Map<String, Object> component(String name, Map<String, Object> schema) {
        named.put(name, schema);
        return reference(name);
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> object(Map<String, Object> members) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", members);
        if (!members.isEmpty()) {
            object.put("required", new ArrayList<>(members.keySet()));
        }
        return object;
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    private static Optional<Argument<?>> first(Argument<?> type) {
        return type.getTypeParameters().length == 0 ? Optional.empty() : Optional.of(type.getTypeParameters()[0]);
    }
}
