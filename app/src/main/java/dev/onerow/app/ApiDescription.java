package dev.onerow.app;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI document of the running application. Controllers are private to their contexts, so it is made from the
 * router instead of from their sources, and cannot miss a route or name one that is not there.
 */
@Singleton
final class ApiDescription {
    private static final String OURS = "/v1/";

    private final Router router;

    ApiDescription(Router router) {
        this.router = router;
    }

    /** The document as maps, lists and scalars; its paths are in order. */
    Map<String, Object> document() {
        Schemas schemas = new Schemas();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("key", List.of()), Map.of()));
        document.put("paths", paths(new Operations(schemas)));
        document.put("components", components(schemas));
        return document;
    }

    private Map<String, Object> paths(Operations operations) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .filter(route -> path(route).startsWith(OURS))
                .sorted(Comparator.<UriRouteInfo<?, ?>, String>comparing(ApiDescription::path)
                        .thenComparing(UriRouteInfo::getHttpMethod))
                .forEach(route -> paths.computeIfAbsent(path(route), any -> new LinkedHashMap<>())
                        .put(Operations.verb(route), operations.of(route)));
        return new LinkedHashMap<>(paths);
    }

    static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Onerow");
        info.put("description", "One key, one row, however often it is written.");
        info.put("version", "v1");
        info.put("license", Map.of("name", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> components(Schemas schemas) {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("schemas", schemas.all());
        components.put("securitySchemes", Map.of("key", Map.of("type", "http", "scheme", "bearer")));
        return components;
    }
}
