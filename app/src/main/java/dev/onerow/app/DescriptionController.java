package dev.onerow.app;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Serves the description of the API. It is worked out once, from the routes that are really there. */
@Controller
final class DescriptionController {
    private final String description;

    DescriptionController(ApiDescription description) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setDereferenceAliases(true);
        this.description = new Yaml(options).dump(ordered(description.document()));
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    String describe() {
        return description;
    }

    /** Maps without an order of their own by name, so that the same service gives the same text after each start. */
    private static @Nullable Object ordered(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(DescriptionController::ordered).toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, @Nullable Object> ordered = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((name, member) -> ordered.put(name, ordered(member)));
        return ordered;
    }
}
