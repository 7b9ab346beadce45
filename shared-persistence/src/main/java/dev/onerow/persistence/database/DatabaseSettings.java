package dev.onerow.persistence.database;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says about the database: {@code ONEROW_DATABASE_URL}, {@code _USER} and {@code _PASSWORD}.
 *
 * @param url any JDBC URL of PostgreSQL or of an SQLite file
 * @param user the role, or null when the URL names it or none is needed
 * @param password its password, or null
 * @param migrate whether starting brings the schema up to date
 * @param readOnly whether not even a file is made, for a mere check; nothing is migrated then
 * @param migrations the folder of the class path that holds the migrations; another one in tests
 */
@ConfigurationProperties("onerow.database")
record DatabaseSettings(
        @Bindable(defaultValue = DatabaseSettings.DEFAULT_URL)
        String url,

        @Nullable String user,
        @Nullable String password,
        @Bindable(defaultValue = "true") boolean migrate,
        @Bindable(defaultValue = "false") boolean readOnly,
        @Bindable(defaultValue = "db/migration") String migrations) {

    static final String DEFAULT_URL = "jdbc:sqlite:onerow.db";

    /** Takes an empty variable for one that is not set. */
    DatabaseSettings {
        url = url.isBlank() ? DEFAULT_URL : url.strip();
        user = user == null || user.isEmpty() ? null : user;
        migrate = migrate && !readOnly;
        password = password == null || password.isEmpty() ? null : password;
    }

    DatabaseUrl parsedUrl() {
        return DatabaseUrl.parse(url);
    }

    /** Without URL and password, for both may hold secrets. */
    @Override
    public String toString() {
        return "DatabaseSettings[user=" + user + ", migrate=" + migrate + "]";
    }
}
