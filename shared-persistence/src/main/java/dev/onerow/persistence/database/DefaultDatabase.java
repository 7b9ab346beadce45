package dev.onerow.persistence.database;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/**
 * Declares Micronaut's data source {@code default} wherever this module is on the class path, so that the application
 * and every test work on the same one. {@link PoolSettings} gives it its values.
 */
@ContextConfigurer
public final class DefaultDatabase implements ApplicationContextConfigurer {

    /** Called by Micronaut, through the service loader. */
    public DefaultDatabase() {}

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of(
                "onerow-database",
                Map.of(
                        "datasources.default.url",
                        "jdbc:sqlite:",
                        "datasources.default.driver-class-name",
                        "org.sqlite.JDBC",
                        // It would ask the only writer of an SQLite file, and wait for it. The schema proof asks a
                        // reader.
                        "endpoints.health.jdbc.enabled",
                        false)));
    }
}
