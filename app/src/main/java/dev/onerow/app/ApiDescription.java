package dev.onerow.app;

import dev.onerow.web.request.Outlines;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The OpenAPI document of the running application. Controllers are private to their contexts, so it is made from the
 * router instead of from their sources, and cannot miss a route or name one that is not there.
 */
@Singleton
final class ApiDescription {
    private static final String OURS = "/v1/";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final Router router;
    private final Outlines outlines;

    ApiDescription(Router router, Outlines outlines) {
        this.router = router;
        this.outlines = outlines;
    }

    /** The document as maps, lists and scalars; its paths are in order. */
    Map<String, Object> document() {
        Schemas schemas = new Schemas();
        Responses responses = new Responses(schemas);
        Operations operations =
                new Operations(new Parameters(outlines, schemas), new RequestBodies(outlines), responses);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("key", List.of()), Map.of()));
        document.put("paths", paths(operations));
        document.put("components", components(responses, schemas));
        return document;
    }

    private Map<String, Object> paths(Operations operations) {
        Map<String, Map<String, Map<String, Object>>> paths = new LinkedHashMap<>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> path(route).startsWith(OURS))
                .sorted(Comparator.<UriRouteInfo<?, ?>, String>comparing(ApiDescription::path)
                        .thenComparing(UriRouteInfo::getHttpMethod))
                .forEach(route -> paths.computeIfAbsent(path(route), any -> new TreeMap<>())
                        .merge(Operations.verb(route), operations.of(route), Operations::merged));
        return new LinkedHashMap<>(paths);
    }

    /** The path as the contract writes it: {@code /v1/registry/rules/{rule_code}}. */
    static String path(UriRouteInfo<?, ?> route) {
        return VARIABLE.matcher(route.getUriMatchTemplate().toPathString())
                .replaceAll(variable -> snakeCase(variable.group()));
    }

    /** The variables of a path, as the contract writes them. */
    static List<String> variables(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().getVariables().stream()
                .filter(variable -> !variable.isQuery())
                .map(variable -> snakeCase(variable.getName()))
                .toList();
    }

    private static String snakeCase(String name) {
        return NameUtils.underscoreSeparate(name).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Onerow");
        info.put("description", "One key, one row, however often it is written.");
        info.put("version", "v1");
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> components(Responses responses, Schemas schemas) {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("parameters", Parameters.shared());
        components.put("responses", responses.shared());
        components.put("headers", Responses.headers());
        components.put("schemas", schemas.all());
        components.put("securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")));
        return components;
    }
}
