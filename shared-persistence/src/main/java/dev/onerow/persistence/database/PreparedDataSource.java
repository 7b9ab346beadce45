package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.onerow.persistence.DatabaseKind;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pool that Micronaut has opened fit for use: routes it when it is SQLite's, gives it patience when it is PostgreSQL's, and brings the schema up to
 * date, before any other bean sees it. First of all listeners, because Micronaut Data's own one hides the pool.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PreparedDataSource implements BeanCreatedEventListener<DataSource> {
    private final DatabaseKind kind;
    private final DatabaseSettings settings;
    private @Nullable RoutingDataSource routing;
    private @Nullable DataSource source;

    PreparedDataSource(DatabaseKind kind, DatabaseSettings settings) {
        this.kind = kind;
        this.settings = settings;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        if (!(event.getBean() instanceof HikariDataSource pool)
                || !event.getBeanIdentifier().getName().equals("default")) {
            return event.getBean();
        }
        try {
            DataSource routed = routed(pool);
            if (settings.migrate()) {
                migrate(routed);
            }
            source = routed;
            return routed;
        } catch (RuntimeException failure) {
            close();
            pool.close();
            throw failure;
        }
    }

    /** What was handed on, or null while nobody has asked for a data source. */
    @Nullable
    DataSource source() {
        return source;
    }

    private void migrate(DataSource routed) {
        try {
            new Migrations(kind, settings.migrations()).run(routed);
        } catch (FlywayException failure) {
            throw Obstacles.met(settings.parsedUrl(), failure);
        }
    }

    private DataSource routed(HikariDataSource pool) {
        if (kind == DatabaseKind.POSTGRESQL) {
            return new PatientDataSource(pool);
        }
        routing = new RoutingDataSource(pool);
        return routing;
    }

    @PreDestroy
    void close() {
        if (routing != null) {
            routing.close();
        }
    }
}
