package dev.onerow.app;

import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.request.JsonBody;
import dev.onerow.web.request.Outline;
import dev.onerow.web.request.Outlines;
import dev.onerow.web.request.ReadTexts;
import dev.onerow.web.request.Upload;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.multipart.MultipartBody;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes what a route reads as its body, from the forms by which it is read. */
final class RequestBodies {
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final Outlines outlines;

    RequestBodies(Outlines outlines) {
        this.outlines = outlines;
    }

    /** The body of a route; empty when it takes none. */
    Map<String, Object> of(UriRouteInfo<?, ?> route) {
        if (route.getHttpMethod() == HttpMethod.GET || route.getHttpMethod() == HttpMethod.DELETE) {
            return Map.of();
        }
        for (Argument<?> argument : route.getTargetMethod().getArguments()) {
            if (argument.getType() == MultipartBody.class) {
                return body(true, Map.of(MediaType.MULTIPART_FORM_DATA, Map.of("schema", upload(argument))));
            }
            if (argument.getType() == BulkRequest.class) {
                return body(true, lines(outline(argument)));
            }
            if (argument.getType() == JsonBody.class) {
                return body(!argument.isNullable(), Map.of(MediaType.APPLICATION_JSON, json(route, argument)));
            }
        }
        return files(route);
    }

    static Map<String, Object> merged(@Nullable Object one, @Nullable Object other) {
        Map<String, Object> content = new LinkedHashMap<>();
        boolean required = true;
        for (Object body : Arrays.asList(one, other)) {
            if (body instanceof Map<?, ?> map && map.get("content") instanceof Map<?, ?> types) {
                types.forEach((type, schema) -> content.put(String.valueOf(type), schema));
                required &= Boolean.TRUE.equals(map.get("required"));
            }
        }
        return body(required, content);
    }

    private static Map<String, Object> body(boolean required, Map<String, Object> content) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("required", required);
        body.put("content", content);
        return body;
    }

    /** The form of an argument; any object where it names none. */
    private Outline outline(Argument<?> argument) {
        return outlines.of(argument.getAnnotationMetadata()).orElse(Outline.ANY);
    }

    private Map<String, Object> json(UriRouteInfo<?, ?> route, Argument<?> argument) {
        if (argument.isAnnotationPresent(ReadTexts.class)) {
            return Map.of("schema", list(TEXT));
        }
        List<String> path = ApiDescription.variables(route);
        Outline outline = outline(argument);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", outline.schema(path));
        if (!outline.example().isEmpty()) {
            Map<String, Object> example = new LinkedHashMap<>(outline.example());
            example.keySet().removeAll(path);
            json.put("example", example);
        }
        return json;
    }

    private static Map<String, Object> lines(Outline outline) {
        Map<String, Object> line = new LinkedHashMap<>(outline.schema(List.of()));
        line.put("description", "One line; there are as many as you like, each ended by a line feed.");
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(BulkRequest.NDJSON, Map.of("schema", line, "example", outline.example()));
        content.put(MediaType.APPLICATION_JSON, Map.of("schema", list(outline.schema(List.of()))));
        return content;
    }

    /** A file, and a request where the argument names the form of one. */
    private Map<String, Object> upload(Argument<?> argument) {
        Map<String, Object> members = new LinkedHashMap<>();
        outlines.of(argument.getAnnotationMetadata())
                .ifPresent(outline -> members.put(Upload.REQUEST, outline.schema(List.of())));
        members.put(Upload.FILE, Map.of("type", "string", "contentMediaType", MediaType.APPLICATION_OCTET_STREAM));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", "object");
        form.put("properties", members);
        form.put("required", List.copyOf(members.keySet()));
        return form;
    }

    /** A route whose binder takes the bytes as they are, in the media types that it says it consumes. */
    private static Map<String, Object> files(UriRouteInfo<?, ?> route) {
        Map<String, Object> content = new LinkedHashMap<>();
        route.getConsumes().stream()
                .filter(type -> !type.equals(MediaType.APPLICATION_JSON_TYPE) && !type.equals(MediaType.ALL_TYPE))
                .forEach(type -> content.put(type.getName(), Map.of()));
        return content.isEmpty() ? Map.of() : body(true, content);
    }

    private static Map<String, Object> list(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }
}
