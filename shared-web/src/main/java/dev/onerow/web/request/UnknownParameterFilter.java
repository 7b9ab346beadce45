package dev.onerow.web.request;

import dev.onerow.web.problem.FieldError;
import dev.onerow.web.problem.Problems;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses parameters that a route does not have, before anything is done. A route that takes a {@link Query}, or a type
 * marked with {@link ReadsQuery}, answers for its parameters itself.
 */
@ServerFilter("/v1/**")
final class UnknownParameterFilter {
    @RequestFilter
    void refuseUnknown(HttpRequest<?> request) {
        Set<String> sent = request.getParameters().names();
        if (sent.isEmpty()) {
            return;
        }
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route)) {
            return;
        }
        List<Argument<?>> arguments = List.of(route.getArguments());
        if (arguments.stream().anyMatch(UnknownParameterFilter::readsQuery)) {
            return;
        }
        Set<String> named = arguments.stream()
                .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
                .map(argument -> argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .filter(name -> !name.isEmpty())
                        .orElse(argument.getName()))
                .collect(Collectors.toSet());
        List<FieldError> unknown = sent.stream()
                .filter(name -> !named.contains(name))
                .map(name ->
                        FieldError.parameter(name, "unknown-parameter", "There is no parameter " + name + " here."))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problems.malformedRequest(unknown.get(0).detail())
                    .errors(unknown)
                    .asException();
        }
    }

    private static boolean readsQuery(Argument<?> argument) {
        return argument.getType() == Query.class || argument.getType().isAnnotationPresent(ReadsQuery.class);
    }
}
