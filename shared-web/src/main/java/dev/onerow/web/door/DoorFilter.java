package dev.onerow.web.door;

import dev.onerow.web.problem.Problem;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks every request for its key, except for the health of the service. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class DoorFilter implements Ordered {
    private static final Set<String> OPEN = Set.of("/health", "/health/liveness", "/health/readiness");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SCHEME = "bearer ";

    private final Door door;

    DoorFilter(Door door) {
        this.door = door;
    }

    /** Behind the one that names requests, before all others. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE + 100;
    }

    @RequestFilter
    void askForKey(HttpRequest<?> request) {
        if (!door.isLocked()) {
            return;
        }
        Optional<ApiKey> key = sent(request).flatMap(door::find);
        if (key.isEmpty()) {
            if (isHealth(request)) {
                return;
            }
            throw unauthorized(sent(request).isPresent()).asException();
        }
        if (key.get().isReadOnly() && writes(request)) {
            throw forbidden(key.get()).asException();
        }
    }

    private static Optional<String> sent(HttpRequest<?> request) {
        return request.getHeaders()
                .findFirst(HttpHeaders.AUTHORIZATION)
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip());
    }

    private static boolean isHealth(HttpRequest<?> request) {
        return READING.contains(request.getMethod()) && OPEN.contains(request.getPath());
    }

    private static boolean writes(HttpRequest<?> request) {
        return !READING.contains(request.getMethod())
                && RouteAttributes.getRouteMatch(request)
                        .filter(route -> route.isAnnotationPresent(WritesNothing.class))
                        .isEmpty();
    }

    private static Problem unauthorized(boolean sent) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "unauthorized", "Unauthorized")
                .detail(sent ? "The key is not known here." : "Send a key: Authorization: Bearer KEY.")
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"onerow\"" + (sent ? ", error=\"invalid_token\"" : ""));
    }

    private static Problem forbidden(ApiKey key) {
        return Problem.of(HttpStatus.FORBIDDEN, "read-only-key", "Read-only key")
                .detail("The key " + key.name() + " may read and not write.");
    }
}
