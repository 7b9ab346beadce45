package dev.onerow.app;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
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
        this.description = new Yaml(options).dump(description.document());
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    String describe() {
        return description;
    }
}
