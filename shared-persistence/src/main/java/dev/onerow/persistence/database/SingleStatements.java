package dev.onerow.persistence.database;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for work that writes with one statement alone: that is a transaction by itself, and saves the round trip
 * that ends one. Public for the kernel alone. Thread-safe.
 */
@Singleton
public final class SingleStatements {
    private final DataSource source;
    private final @Nullable MeterRegistry meters;

    /**
     * Takes the data source as it was before Micronaut Data made it follow its transactions.
     *
     * @param opened the data source of the application; when it is there, the one below it is prepared
     */
    SingleStatements(DataSource opened, PreparedDataSource prepared, @Nullable MeterRegistry meters) {
        DataSource below = prepared.source();
        this.source = below == null ? opened : below;
        this.meters = meters;
    }

    /**
     * Runs work on a connection in auto-commit mode, again as a whole while the database gives it up. The calling thread
     * must not be in a transaction, which would know nothing of it.
     */
    public <T> T run(Function<Connection, T> work) {
        return Tries.writing(meters).run(() -> {
            try (Connection connection = source.getConnection()) {
                return work.apply(connection);
            } catch (SQLException failure) {
                throw new UncheckedSqlException(failure);
            }
        });
    }
}
