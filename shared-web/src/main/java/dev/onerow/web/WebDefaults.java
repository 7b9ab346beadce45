package dev.onerow.web;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/** The conventions that are settings of the framework, the same in the application and in every test. */
@ContextConfigurer
public final class WebDefaults implements ApplicationContextConfigurer {
    /** Below every other source, so that a configuration file can say otherwise. */
    private static final int LOWEST = Integer.MIN_VALUE;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of(
                "onerow-web",
                Map.of(
                        "micronaut.serde.property-naming-strategy", "SNAKE_CASE",
                        "micronaut.serde.serialization.inclusion", "ALWAYS",
                        // Bulk bodies are streamed and have no limit of their own; all others are buffered.
                        "micronaut.server.max-request-size", Long.MAX_VALUE,
                        "micronaut.server.max-request-buffer-size", 10 * 1024 * 1024,
                        "micronaut.server.host", "127.0.0.1"),
                LOWEST));
    }
}
