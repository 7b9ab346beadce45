package dev.onerow.persistence.database;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.StoreUnavailable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** What the migrations have done to the database in use. Only reads. Public for the proof alone. Thread-safe. */
@Singleton
public final class SchemaHistory {
    private final Migrations migrations;
    private final DataSource source;
    private final boolean isMigrated;

    SchemaHistory(DatabaseKind kind, DatabaseSettings settings, DataSource opened, PreparedDataSource prepared) {
        DataSource below = prepared.source();
        this.migrations = new Migrations(kind, settings.migrations());
        this.source = below == null ? opened : below;
        this.isMigrated = settings.migrate();
    }

    /**
     * The scripts that are not applied yet, in order. None where this process has applied them, or may not know.
     *
     * @throws StoreUnavailable when the database is away
     */
    public List<String> pending() {
        return isMigrated ? List.of() : asked(migrations::pending);
    }

    /**
     * The applied scripts by the names of the tables that they have created. None where this process may not know.
     *
     * @throws StoreUnavailable when the database is away
     */
    public Map<String, String> makers() {
        return asked(migrations::makers);
    }

    private <T> T asked(Function<DataSource, T> question) {
        try {
            return question.apply(source);
        } catch (FlywayException failure) {
            throw new StoreUnavailable("The history of the migrations cannot be read", failure);
        }
    }
}
