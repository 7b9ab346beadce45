package dev.onerow.app;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.onerow.web.answer.Stored;
import dev.onerow.web.page.Page;
import io.micronaut.core.annotation.AnnotationClassValue;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.GenericPlaceholder;
import io.micronaut.http.HttpResponse;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import java.util.function.Supplier;

/** Describes what is answered, from the same introspections by which it is written. Not thread-safe. */
final class Schemas {
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> COUNT = Map.of("type", "integer", "minimum", 0);
    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.ofEntries(
            Map.entry(String.class, TEXT),
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
    private static final List<String> STORED = List.of("inserted", "updated", "unchanged", "stale");
    private static final List<String> OUTCOMES =
            List.of("inserted", "updated", "unchanged", "stale", "folded", "rejected");

    private final Map<String, Object> named = new TreeMap<>();
    private Map<String, Argument<?>> bound = Map.of();

    Map<String, Object> all() {
        return named;
    }

    /** What a controller's method answers; empty where its type does not tell. */
    Map<String, Object> answer(Argument<?> type) {
        return HttpResponse.class.isAssignableFrom(type.getType())
                ? first(type).map(this::of).orElse(Map.of())
                : of(type);
    }

    /** One media type of an answer, as its annotation says. */
    Map<String, Object> declared(AnnotationValue<Content> content) {
        return content.getAnnotation("schema", Schema.class)
                .flatMap(schema -> schema.annotationClassValue("implementation"))
                .flatMap(AnnotationClassValue::getType)
                .<Map<String, Object>>map(type -> Map.of("schema", of(Argument.of(type))))
                .orElse(Map.of());
    }

    /** RFC 9457, with the members that ours have. */
    Map<String, Object> problem() {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("type", "object");
        fault.put(
                "properties",
                Map.of("pointer", TEXT, "parameter", TEXT, "code", TEXT, "detail", TEXT, "position", COUNT));
        fault.put("required", List.of("code", "detail"));
        Map<String, Object> members = new LinkedHashMap<>();
        List.of("type", "title", "detail", "instance").forEach(name -> members.put(name, TEXT));
        members.put("status", Map.of("type", "integer"));
        members.put("errors", list(fault));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "object");
        problem.put("description", "RFC 9457. A type may have members of its own.");
        problem.put("properties", members);
        problem.put("required", List.of("type", "title", "status"));
        problem.put("additionalProperties", true);
        return component("Problem", problem);
    }

    /** The last line of a bulk answer. */
    Map<String, Object> receipt() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("received", COUNT);
        OUTCOMES.forEach(outcome -> counts.put(outcome, COUNT));
        Map<String, Object> receipt = object(Map.of("receipt", object(counts)));
        receipt.put("properties", Map.of("receipt", object(counts), "problem", problem()));
        return component("Receipt", receipt);
    }

    /** One line of a bulk answer. */
    Map<String, Object> line() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("line", COUNT);
        members.put("key", Map.of("type", "object"));
        members.put("outcome", words(OUTCOMES));
        members.put("problem", problem());
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "object");
        line.put("properties", members);
        line.put("required", List.of("line", "outcome"));
        return Map.of("oneOf", List.of(component("Line", line), receipt()));
    }

    private Map<String, Object> of(Argument<?> declared) {
        Argument<?> type = declared instanceof GenericPlaceholder<?> variable
                ? bound.getOrDefault(variable.getVariableName(), declared)
                : declared;
        Class<?> raw = type.getType();
        Map<String, Object> scalar = SCALARS.get(raw);
        if (scalar != null) {
            return scalar;
        }
        if (raw == Stored.class) {
            return first(type).map(this::stored).orElse(Map.of());
        }
        if (raw == Page.class) {
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("items", list(first(type).map(this::of).orElse(Map.of())));
            page.put("next", Map.of("type", List.of("string", "null")));
            return object(page);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(first(type).map(this::of).orElse(Map.of()));
        }
        if (Map.class.isAssignableFrom(raw)) {
            Argument<?>[] parameters = type.getTypeParameters();
            Map<String, Object> values = parameters.length < 2 ? Map.of() : orNull(parameters[1]);
            return Map.of("type", "object", "additionalProperties", values);
        }
        if (raw.isEnum()) {
            return words(Arrays.stream(raw.getEnumConstants())
                    .map(word -> word.toString().toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (!isView(raw)) {
            return Map.of();
        }
        return type.getTypeParameters().length == 0 ? named(name(raw), () -> members(raw)) : object(generic(type));
    }

    /** A view of a view: its type says what the variables of its members stand for. */
    private Map<String, Object> generic(Argument<?> type) {
        Map<String, Argument<?>> outer = bound;
        bound = type.getTypeVariables();
        try {
            return members(type.getType());
        } finally {
            bound = outer;
        }
    }

    private Map<String, Object> stored(Argument<?> row) {
        if (!isView(row.getType())) {
            return Map.of();
        }
        return named(name(row.getType()) + ".Stored", () -> {
            Map<String, Object> members = members(row.getType());
            members.put("outcome", words(STORED));
            return members;
        });
    }

    private static boolean isView(Class<?> raw) {
        return raw.isRecord()
                && raw.getPackageName().endsWith(".web")
                && BeanIntrospector.SHARED.findIntrospection(raw).isPresent();
    }

    private static String name(Class<?> raw) {
        String context = raw.getPackageName().split("\\.", -1)[2];
        String outer =
                raw.getEnclosingClass() == null ? "" : raw.getEnclosingClass().getSimpleName() + ".";
        return context + "." + outer + raw.getSimpleName();
    }

    private Map<String, Object> named(String name, Supplier<Map<String, Object>> members) {
        if (named.containsKey(name)) {
            return reference(name);
        }
        named.put(name, Map.of()); // A record that holds itself ends here.
        return component(name, object(members.get()));
    }

    private Map<String, Object> members(Class<?> raw) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (BeanProperty<?, ?> property :
                BeanIntrospector.SHARED.getIntrospection(raw).getBeanProperties()) {
            if (property.isAnnotationPresent(JsonUnwrapped.class)) {
                members.putAll(members(property.getType()));
            } else {
                String name = NameUtils.underscoreSeparate(property.getName()).toLowerCase(Locale.ROOT);
                members.put(name, orNull(property.asArgument()));
            }
        }
        return members;
    }

    private Map<String, Object> orNull(Argument<?> type) {
        Map<String, Object> schema = of(type);
        if (!type.isNullable() || schema.isEmpty()) {
            return schema;
        }
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    private Map<String, Object> component(String name, Map<String, Object> schema) {
        named.put(name, schema);
        return reference(name);
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> words(List<String> words) {
        return Map.of("type", "string", "enum", words);
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
