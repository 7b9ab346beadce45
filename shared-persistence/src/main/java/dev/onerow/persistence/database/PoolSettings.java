package dev.onerow.persistence.database;

import com.zaxxer.hikari.HikariConfig;
import dev.onerow.persistence.UnusableDatabase;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works out every setting of the connection pools from the three that the operator gives. The two databases stand side
 * by side; whatever Onerow's correctness rests on cannot be set otherwise by the URL, and the rest only when the URL
 * does not say it.
 */
@Singleton
final class PoolSettings implements BeanCreatedEventListener<DatasourceConfiguration> {
    private static final Logger LOG = LoggerFactory.getLogger(PoolSettings.class);
    private static final int READERS = 4;

    private static final Map<String, String> SQLITE_ALWAYS = Map.of("foreign_keys", "on");

    /** How long a statement waits for the writer of another process before SQLite says that it is busy. */
    private static final Map<String, String> SQLITE_UNLESS_SAID = Map.of("busy_timeout", "30000");

    private static final Map<String, String> SQLITE_WRITER = Map.of(
            "journal_mode",
            "WAL",
            // Losing power may cost the last commits, but never the database; losing the process costs nothing.
            "synchronous",
            "NORMAL",
            // What undoes a statement of several rows alone: a few pages, which would be written to a file each time.
            "temp_store",
            "MEMORY");

    private static final Map<String, String> SQLITE_READER = Map.of("open_mode", "1");

    /** For reading and writing, and never to make a file: what SQLite has put beside it is then cleared away at the end. */
    private static final Map<String, String> SQLITE_AS_IT_IS = Map.of("open_mode", "2");

    private static final Map<String, String> POSTGRESQL_ALWAYS = Map.of(
            "currentSchema", Migrations.SCHEMA,
            // One repository for both databases binds instants, UUIDs and JSON as text.
            "stringtype", "unspecified",
            // The details of an error repeat the values of the row.
            "logServerErrorDetail", "false");

    private static final Map<String, String> POSTGRESQL_UNLESS_SAID = Map.of(
            "ApplicationName", "onerow",
            "connectTimeout", "10",
            "loginTimeout", "10",
            "tcpKeepAlive", "true",
            // Without it a hung server keeps the pool for ever. It bounds the silence within one statement, not the
            // reading of its rows, and stands far above the time limits of statements; migrations run without it.
            "socketTimeout", "300");

    /** Hikari's own, which stays for SQLite: there it is the wait for the only writer. */
    private static final long DEFAULT_WAIT_MILLIS = 30_000;

    /** How long a request waits before it is answered that the server is away; {@link PatientDataSource} waits longer for a busy one. */
    private static final long POSTGRESQL_WAIT_MILLIS = 2_500;

    /** How long a connection from the pool may take to say that it is alive: less than the wait for one. */
    private static final long POSTGRESQL_PROOF_OF_LIFE_MILLIS = 2_000;

    private final DatabaseSettings settings;

    PoolSettings(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration pool = event.getBean();
        if (pool.getName().equals("default")) {
            DatabaseUrl url = settings.parsedUrl();
            pool.setJdbcUrl(url.base());
            pool.setPoolName("onerow");
            switch (url.kind()) {
                case SQLITE -> sqlite(pool, url.file());
                case POSTGRESQL -> postgresql(pool, url.parameters());
            }
            FirstConnection.tryOut(pool, url);
        }
        return pool;
    }

    private void sqlite(HikariConfig writer, Path file) {
        writer.setDriverClassName(SqliteDriver.class.getName());
        writer.setMaximumPoolSize(1); // SQLite has one writer: we queue here instead of retrying in every caller.
        SQLITE_UNLESS_SAID.forEach(writer.getDataSourceProperties()::putIfAbsent);
        SQLITE_ALWAYS.forEach(writer::addDataSourceProperty);
        if (!settings.readOnly()) {
            SQLITE_WRITER.forEach(writer::addDataSourceProperty);
        } else if (Files.isRegularFile(file)) {
            SQLITE_AS_IT_IS.forEach(writer::addDataSourceProperty);
        } else {
            throw new UnusableDatabase("There is no file " + file.toAbsolutePath()
                    + ". ./onerow serve makes it; or name another one in ONEROW_DATABASE_URL.");
        }
    }

    /** The settings of the pool that reads the file of this one, without ever waiting for its writer. */
    static HikariConfig sqliteReaders(HikariConfig writer) {
        HikariConfig readers = new HikariConfig();
        readers.setDriverClassName(SqliteDriver.class.getName());
        readers.setJdbcUrl(writer.getJdbcUrl());
        readers.setPoolName(writer.getPoolName() + "-readers");
        readers.setReadOnly(true);
        readers.setMaximumPoolSize(READERS);
        readers.setConnectionTimeout(writer.getConnectionTimeout());
        readers.setMetricRegistry(writer.getMetricRegistry());
        readers.setDataSourceProperties(writer.getDataSourceProperties());
        SQLITE_WRITER.keySet().forEach(readers.getDataSourceProperties()::remove);
        SQLITE_READER.forEach(readers::addDataSourceProperty);
        return readers;
    }

    private void postgresql(HikariConfig pool, Map<String, String> said) {
        warnOfSchema(said.get("currentSchema"));
        Map<String, String> properties = new LinkedHashMap<>(POSTGRESQL_UNLESS_SAID);
        properties.putAll(said);
        properties.putAll(POSTGRESQL_ALWAYS);
        String user = properties.remove("user");
        String password = properties.remove("password");
        pool.setDriverClassName("org.postgresql.Driver");
        pool.setUsername(settings.user() != null ? settings.user() : user);
        pool.setPassword(settings.password() != null ? settings.password() : password);
        properties.forEach(pool::addDataSourceProperty);
        if (pool.getConnectionTimeout() == DEFAULT_WAIT_MILLIS) {
            pool.setConnectionTimeout(POSTGRESQL_WAIT_MILLIS);
            pool.setValidationTimeout(POSTGRESQL_PROOF_OF_LIFE_MILLIS);
        }
        // Whatever the server's default is: the kernel's statements are right under this one.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // The driver would send the time zone of this machine, and with it the rows of rules would differ.
        pool.setConnectionInitSql("SET TIME ZONE 'UTC'");
    }

    private static void warnOfSchema(@Nullable String schema) {
        if (schema != null && !schema.equals(Migrations.SCHEMA)) {
            LOG.warn(
                    "currentSchema={} of ONEROW_DATABASE_URL is not used: Onerow's own tables live in schema {}, and"
                            + " ONEROW_DATA_SCHEMAS names the schemas that rules may read",
                    schema,
                    Migrations.SCHEMA);
        }
    }
}
