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

    private static final long MEBIBYTE = 1L << 20;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of(
                "onerow-web",
                Map.ofEntries(
                        Map.entry("micronaut.serde.property-naming-strategy", "SNAKE_CASE"),
                        Map.entry("micronaut.serde.serialization.inclusion", "ALWAYS"),
                        // Bulk bodies are streamed and have no limit of their own; all others are buffered.
                        Map.entry("micronaut.server.max-request-size", Long.MAX_VALUE),
                        Map.entry("micronaut.server.max-request-buffer-size", 10L * MEBIBYTE),
                        // A compressed body that breaks off would be taken for a whole one: it is refused.
                        Map.entry("micronaut.server.netty.request-decompression-enabled", false),
                        // Files that are sent as a part wait on disk; the framework's own limit is one MiB.
                        Map.entry("micronaut.server.multipart.max-file-size", 1_024L * MEBIBYTE),
                        Map.entry("micronaut.server.multipart.mixed", true),
                        Map.entry("micronaut.server.multipart.threshold", MEBIBYTE),
                        Map.entry("micronaut.server.host", "127.0.0.1")),
                LOWEST));
    }
}
