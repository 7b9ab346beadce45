package dev.onerow.web.condition;

import dev.onerow.web.door.WritesNothing;
import dev.onerow.web.problem.Problems;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.List;
import java.util.Set;

/**
 * Refuses conditions of a write that would not heed them, before anything is done: whoever asks for a condition must not
 * lose a row to a call that never looked. A route heeds them when it takes {@link Conditions}.
 */
@ServerFilter("/v1/**")
final class UnheededConditionFilter {
    private static final Set<HttpMethod> WRITING =
            Set.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final List<String> HEADERS = List.of(HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH);

    @RequestFilter
    void refuseUnheeded(HttpRequest<?> request) {
        if (!WRITING.contains(request.getMethod())) {
            return;
        }
        for (String header : HEADERS) {
            if (request.getHeaders().contains(header) && ignoresConditions(request)) {
                throw Problems.malformedRequest("This call does not heed " + header + ".")
                        .asException();
            }
        }
    }

    private static boolean ignoresConditions(HttpRequest<?> request) {
        if (!(RouteAttributes.getRouteMatch(request).orElse(null) instanceof MethodBasedRouteMatch<?, ?> route)) {
            return false;
        }
        List<Argument<?>> arguments = List.of(route.getArguments());
        return !route.isAnnotationPresent(WritesNothing.class)
                && arguments.stream().noneMatch(argument -> argument.getType() == Conditions.class);
    }
}
