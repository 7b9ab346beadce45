package dev.onerow.persistence.database;

import dev.onerow.persistence.DatabaseInUse;
import dev.onerow.persistence.DatabaseKind;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Tells everybody which database is in use. */
@Factory
final class DatabaseBeans {

    @Singleton
    DatabaseInUse databaseInUse(DatabaseSettings settings) {
        DatabaseUrl url = settings.parsedUrl();
        return new DatabaseInUse(url.kind(), url.base());
    }

    @Singleton
    DatabaseKind databaseKind(DatabaseInUse database) {
        return database.kind();
    }
}
