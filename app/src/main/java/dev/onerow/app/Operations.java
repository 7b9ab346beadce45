package dev.onerow.app;

import io.micronaut.core.type.Argument;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Describes one route: what it takes, and what it answers. */
final class Operations {
    private final Parameters parameters;
    private final RequestBodies bodies;
    private final Responses responses;

    Operations(Parameters parameters, RequestBodies bodies, Responses responses) {
        this.parameters = parameters;
        this.bodies = bodies;
        this.responses = responses;
    }

    static String verb(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> of(UriRouteInfo<?, ?> route) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("tags", List.of(ApiDescription.path(route).split("/", -1)[2]));
        route.getTargetMethod().stringValue(Operation.class, "summary").ifPresent(it -> operation.put("summary", it));
        operation.put("operationId", operationId(route));
        operation.put("parameters", parameters.of(route));
        Map<String, Object> body = bodies.of(route);
        if (!body.isEmpty()) {
            operation.put("requestBody", body);
        }
        operation.put("responses", responses.of(route));
        return operation;
    }

    /** One operation of two routes, which differ in what they consume if in anything. */
    static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> other) {
        if (!other.containsKey("requestBody")) {
            return one;
        }
        Map<String, Object> merged = new LinkedHashMap<>(one);
        merged.put("requestBody", RequestBodies.merged(one.get("requestBody"), other.get("requestBody")));
        return merged;
    }

    static boolean takes(UriRouteInfo<?, ?> route, Class<?> type) {
        return arguments(route).anyMatch(argument -> type.isAssignableFrom(argument.getType()));
    }

    static Stream<Argument<?>> arguments(UriRouteInfo<?, ?> route) {
        return Arrays.stream(route.getTargetMethod().getArguments());
    }

    private static String operationId(UriRouteInfo<?, ?> route) {
        return route.getDeclaringType().getSimpleName().replace("Controller", "") + "."
                + route.getTargetMethod().getMethodName();
    }
}
