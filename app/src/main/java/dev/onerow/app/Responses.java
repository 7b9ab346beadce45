package dev.onerow.app;

import dev.onerow.web.answer.Stored;
import dev.onerow.web.bulk.BulkRequest;
import dev.onerow.web.condition.Conditions;
import dev.onerow.web.problem.Problem;
import dev.onerow.web.trace.RequestId;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes what a route answers. Its type and its verb tell most of it; what they do not tell, an {@link ApiResponse} on
 * the method does: another status than 200, a conflict, a body that is written by hand.
 */
final class Responses {
    private static final String DESCRIPTION = "description";

    private final Schemas schemas;

    Responses(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The problems that every route can answer, by the names under which they are referred to. */
    Map<String, Object> shared() {
        Map<String, Object> shared = new LinkedHashMap<>();
        for (HttpStatus status : HttpStatus.values()) {
            if (status.getCode() >= 400) {
                shared.put(name(status.getCode()), problem(status));
            }
        }
        shared.keySet()
                .retainAll(List.of(
                        "Problem400",
                        "Problem401",
                        "Problem403",
                        "Problem404",
                        "Problem406",
                        "Problem409",
                        "Problem412",
                        "Problem413",
                        "Problem415",
                        "Problem422",
                        "Problem500",
                        "Problem503"));
        return shared;
    }

    /** The headers that answers share. */
    static Map<String, Object> headers() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of(
                "RequestId", Map.of(DESCRIPTION, "The name of the request.", "schema", text),
                "ETag", Map.of(DESCRIPTION, "The version of the row, for If-Match and If-None-Match.", "schema", text),
                "Location", Map.of(DESCRIPTION, "Where it can be read.", "schema", text),
                "RetryAfter", Map.of(DESCRIPTION, "Seconds.", "schema", Map.of("type", "integer")));
    }

    Map<String, Object> of(UriRouteInfo<?, ?> route) {
        Map<String, Object> responses = new TreeMap<>();
        List<AnnotationValue<ApiResponse>> declared =
                route.getTargetMethod().getAnnotationMetadata().getAnnotationValuesByType(ApiResponse.class);
        for (int status : successes(route, declared)) {
            responses.put(Integer.toString(status), success(route, status));
        }
        if (route.getHttpMethod() == HttpMethod.GET && Operations.takes(route, Conditions.class)) {
            responses.put("304", answer(route, 304, "The client has it already", Map.of()));
        }
        problems(route)
                .forEach(status -> responses.put(Integer.toString(status), reference("responses", name(status))));
        for (AnnotationValue<ApiResponse> each : declared) {
            declare(route, each, responses);
        }
        return responses;
    }

    private void declare(
            UriRouteInfo<?, ?> route, AnnotationValue<ApiResponse> declared, Map<String, Object> responses) {
        int status = status(declared);
        String description = declared.stringValue(DESCRIPTION).orElse("");
        if (status >= 400) {
            responses.put(Integer.toString(status), problem(description));
            return;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        for (AnnotationValue<Content> each : declared.getAnnotations("content", Content.class)) {
            content.put(each.stringValue("mediaType").orElse(MediaType.APPLICATION_JSON), schemas.declared(each));
        }
        Map<String, Object> known = content.isEmpty() ? content(route, status) : content;
        responses.put(Integer.toString(status), answer(route, status, orUsual(description, status), known));
    }

    private static List<Integer> successes(UriRouteInfo<?, ?> route, List<AnnotationValue<ApiResponse>> declared) {
        List<Integer> stated = declared.stream()
                .map(Responses::status)
                .filter(status -> status < 300)
                .toList();
        if (!stated.isEmpty()) {
            return stated;
        }
        if (Operations.takes(route, BulkRequest.class)) {
            return List.of(200, 207);
        }
        return switch (route.getHttpMethod()) {
            case PUT -> List.of(200, 201);
            case DELETE -> List.of(204);
            default -> List.of(200);
        };
    }

    private static int status(AnnotationValue<ApiResponse> declared) {
        return Integer.parseInt(declared.stringValue("responseCode").orElseThrow());
    }

    private Map<String, Object> success(UriRouteInfo<?, ?> route, int status) {
        return answer(route, status, orUsual("", status), content(route, status));
    }

    private static String orUsual(String description, int status) {
        if (!description.isEmpty()) {
            return description;
        }
        return switch (status) {
            case 201 -> "It was inserted";
            case 202 -> "The job that goes on";
            case 204 -> "It is gone";
            case 207 -> "A line for each input, in its order, then the receipt";
            default -> "Done";
        };
    }

    private Map<String, Object> content(UriRouteInfo<?, ?> route, int status) {
        if (status == 204) {
            return Map.of();
        }
        if (status == 207) {
            return Map.of(BulkRequest.NDJSON, Map.of("schema", schemas.line()));
        }
        if (Operations.takes(route, BulkRequest.class)) {
            return Map.of(BulkRequest.NDJSON, Map.of("schema", schemas.receipt()));
        }
        Map<String, Object> schema = schemas.answer(type(route));
        Map<String, Object> content = new LinkedHashMap<>();
        List<MediaType> produced =
                route.getProduces().isEmpty() ? List.of(MediaType.APPLICATION_JSON_TYPE) : route.getProduces();
        produced.forEach(type -> content.put(type.getName(), Map.of("schema", schema)));
        return content;
    }

    private static Map<String, Object> answer(
            UriRouteInfo<?, ?> route, int status, String description, Map<String, Object> content) {
        Map<String, Object> headers = new TreeMap<>();
        headers.put(RequestId.HEADER, reference("headers", "RequestId"));
        if (status == 201 || status == 202) {
            headers.put("Location", reference("headers", "Location"));
        }
        boolean hasTag = Operations.takes(route, Conditions.class)
                && (route.getHttpMethod() == HttpMethod.GET || isStored(type(route)));
        if (hasTag) {
            headers.put("ETag", reference("headers", "ETag"));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(DESCRIPTION, description);
        answer.put("headers", headers);
        if (!content.isEmpty()) {
            answer.put("content", content);
        }
        return answer;
    }

    /** Whether it is the row as it is after a write, inside the answer of the framework. */
    private static boolean isStored(Argument<?> type) {
        return Arrays.stream(type.getTypeParameters()).anyMatch(inner -> inner.getType() == Stored.class);
    }

    private static Argument<?> type(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getReturnType().asArgument();
    }

    private static List<Integer> problems(UriRouteInfo<?, ?> route) {
        List<Integer> statuses = new ArrayList<>(List.of(400, 401, 403, 406, 422, 500, 503));
        if (!ApiDescription.variables(route).isEmpty()) {
            statuses.add(404);
        }
        if (Operations.takes(route, Conditions.class)) {
            statuses.add(412);
        }
        if (route.getHttpMethod() == HttpMethod.PUT || route.getHttpMethod() == HttpMethod.POST) {
            statuses.add(413);
            statuses.add(415);
        }
        return statuses;
    }

    private Map<String, Object> problem(HttpStatus status) {
        Map<String, Object> problem = problem(status.getReason());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            problem.put("headers", Map.of("Retry-After", reference("headers", "RetryAfter")));
        }
        return problem;
    }

    private Map<String, Object> problem(String description) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(DESCRIPTION, description);
        problem.put("content", Map.of(Problem.MEDIA_TYPE, Map.of("schema", schemas.problem())));
        return problem;
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }
}
