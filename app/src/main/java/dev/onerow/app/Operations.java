package dev.onerow.app;

import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.request.Query;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Describes one route: what it takes, and what it answers. */
final class Operations {
    private static final List<MediaType> BULK = List.of(MediaType.of(BulkRequest.NDJSON));
    private static final String PROBLEM = "application/problem+json";

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    static String verb(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> of(UriRouteInfo<?, ?> route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(ApiDescription.path(route).split("/", -1)[2]));
        operation.put("operationId", operationId(route));
        List<Object> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (takesBody(route)) {
            operation.put("requestBody", Map.of("content", contents(route.getConsumes(), Map.of())));
        }
        operation.put("responses", responses(route));
        return operation;
    }

    private static String operationId(UriRouteInfo<?, ?> route) {
        return route.getDeclaringType().getSimpleName().replace("Controller", "") + "."
                + route.getTargetMethod().getMethodName();
    }

    private static List<Object> parameters(UriRouteInfo<?, ?> route) {
        List<Object> parameters = new ArrayList<>();
        route.getUriMatchTemplate().getVariableNames().forEach(name -> parameters.add(parameter(name, "path")));
        if (takes(route, Query.class)) {
            Map<String, Object> query = parameter("parameters", "query");
            query.put("schema", Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
            parameters.add(query);
        }
        if (takes(route, Conditions.class)) {
            parameters.add(parameter("If-Match", "header"));
            parameters.add(parameter("If-None-Match", "header"));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String name, String place) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", place.equals("path"));
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    private static boolean takesBody(UriRouteInfo<?, ?> route) {
        return route.getHttpMethod() != HttpMethod.GET
                && route.getHttpMethod() != HttpMethod.DELETE
                && (takes(route, BulkRequest.class)
                        || takes(route, HttpRequest.class)
                        || arguments(route).anyMatch(argument -> argument.isAnnotationPresent(Body.class)));
    }

    private static boolean takes(UriRouteInfo<?, ?> route, Class<?> type) {
        return arguments(route).anyMatch(argument -> type.isAssignableFrom(argument.getType()));
    }

    private static Stream<Argument<?>> arguments(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments());
    }

    private Map<String, Object> responses(UriRouteInfo<?, ?> route) {
        Map<String, Object> responses = new LinkedHashMap<>();
        if (takes(route, BulkRequest.class)) {
            responses.put("200", answer("The receipt of a call that was atomic", json(schemas.receipt())));
            responses.put("207", answer("A line for each input, then the receipt", contents(BULK, schemas.line())));
        } else {
            Map<String, Object> schema =
                    schemas.answer(route.getTargetMethod().getReturnType().asArgument());
            Map<String, Object> content = contents(route.getProduces(), schema);
            switch (route.getHttpMethod()) {
                case PUT -> {
                    responses.put("200", answer("The stored row, with its outcome", content));
                    responses.put("201", answer("The row that was inserted", content));
                }
                case DELETE -> responses.put("2XX", answer("It is gone, or what would go", Map.of()));
                default -> responses.put("2XX", answer("The answer", content));
            }
        }
        responses.put("default", answer("A problem", Map.of(PROBLEM, Map.of("schema", schemas.problem()))));
        return responses;
    }

    private static Map<String, Object> answer(String description, Map<String, Object> content) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("description", description);
        if (!content.isEmpty()) {
            answer.put("content", content);
        }
        return answer;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return contents(List.of(MediaType.APPLICATION_JSON_TYPE), schema);
    }

    private static Map<String, Object> contents(List<MediaType> types, Map<String, Object> schema) {
        Map<String, Object> contents = new LinkedHashMap<>();
        (types.isEmpty() ? List.of(MediaType.APPLICATION_JSON_TYPE) : types)
                .forEach(type -> contents.put(type.getName(), Map.of("schema", schema)));
        return contents;
    }
}
