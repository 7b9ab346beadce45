package dev.onerow.app;

import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.request.Outline;
import dev.onerow.web.request.Outlines;
import dev.onerow.web.request.Query;
import dev.onerow.web.trace.RequestId;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the parameters of a route: of its path, of its query, and the headers that it heeds. */
final class Parameters {
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final Outlines outlines;
    private final Schemas schemas;

    Parameters(Outlines outlines, Schemas schemas) {
        this.outlines = outlines;
        this.schemas = schemas;
    }

    /** The headers that every call heeds, by the names under which the others refer to them. */
    static Map<String, Object> shared() {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put(
                "RequestId",
                parameter(RequestId.HEADER, "header", "Names the request, in the answer and in the log.", TEXT));
        shared.put(
                "IfMatch", parameter("If-Match", "header", "Entity tags: 412 unless the row has one of them.", TEXT));
        shared.put(
                "IfNoneMatch",
                parameter(
                        "If-None-Match",
                        "header",
                        "Entity tags: 304 to a read when the row has one of them. * with a PUT: 412 when the row exists.",
                        TEXT));
        return shared;
    }

    List<Object> of(UriRouteInfo<?, ?> route) {
        List<Object> parameters = new ArrayList<>();
        ApiDescription.variables(route).forEach(name -> parameters.add(parameter(name, "path", "", TEXT)));
        Operations.arguments(route).forEach(argument -> parameters.addAll(inQuery(argument)));
        parameters.add(reference("RequestId"));
        if (Operations.takes(route, Conditions.class)) {
            parameters.add(reference("IfMatch"));
            parameters.add(reference("IfNoneMatch"));
        }
        return parameters;
    }

    private List<Object> inQuery(Argument<?> argument) {
        if (argument.getType() == BulkRequest.class) {
            return inQuery(BulkRequest.parameters());
        }
        if (argument.getType() == Query.class) {
            return outlines.of(argument.getAnnotationMetadata())
                    .map(Parameters::inQuery)
                    .orElse(List.of());
        }
        return argument.getAnnotationMetadata().stringValue(QueryValue.class).stream()
                .map(name -> name.isEmpty() ? argument.getName() : name)
                .<Object>map(name -> parameter(name, "query", "", schemas.answer(argument)))
                .toList();
    }

    private static List<Object> inQuery(Outline outline) {
        return outline.names().stream()
                .<Object>map(name -> {
                    Map<String, Object> parameter = parameter(name, "query", "", outline.member(name));
                    parameter.put("required", outline.requires(name));
                    return parameter;
                })
                .toList();
    }

    private static Map<String, Object> parameter(
            String name, String place, String description, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        parameter.put("required", place.equals("path"));
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/parameters/" + name);
    }
}
