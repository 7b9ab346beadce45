package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.database.Migrations;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server for tests, one in each JVM for each major version that is asked for. */
final class PostgresqlServer {
    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/]*/)([^?]*)\\??(.*)");
    private static final Map<Integer, PostgresqlServer> SERVERS = new HashMap<>();
    private static final int ANY = 0;

    private final String authority;
    private final String adminDatabase;
    private final String parameters;
    private final boolean outlivesUs;
    private @Nullable String template;

    /** A server at this URL, which either ends with this JVM or is other people's. */
    PostgresqlServer(String url, boolean outlivesUs) {
        this.outlivesUs = outlivesUs;
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Expected jdbc:postgresql://host:port/database?user=…");
        }
        authority = parts.group(1);
        adminDatabase = parts.group(2);
        parameters = parts.group(3);
    }

    /** The server of this JVM of one major version, or whichever is at hand when that is null. */
    static synchronized PostgresqlServer of(@Nullable Integer major) {
        PostgresqlServer atHand = SERVERS.get(ANY);
        if (major != null && atHand != null && atHand.major() == major) {
            return atHand;
        }
        return SERVERS.computeIfAbsent(major == null ? ANY : major, key -> PostgresqlSource.start(major));
    }

    String url(String database, String... more) {
        return authority + database + "?" + String.join("&", more) + (more.length == 0 ? "" : "&") + parameters;
    }

    /** The major version, asked of the server itself. */
    int major() {
        try (Connection connection = DriverManager.getConnection(url(adminDatabase))) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException failure) {
            throw new IllegalStateException("The PostgreSQL server for tests does not answer", failure);
        }
    }

    String createDatabase(boolean migrated) {
        String name = freshName();
        // Where nothing is synced to the disk, copying the files takes a third of what logging every page does.
        administer("CREATE DATABASE " + name + " STRATEGY file_copy" + (migrated ? " TEMPLATE " + template() : ""));
        return name;
    }

    void dropDatabase(String name) {
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private synchronized String template() {
        if (template == null) {
            String name = freshName();
            administer("CREATE DATABASE " + name);
            if (outlivesUs) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> dropDatabase(name)));
            }
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url(name));
            new Migrations(DatabaseKind.POSTGRESQL).run(source);
            template = name;
        }
        return template;
    }

    private static String freshName() {
        return "onerow_test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    private void administer(String statement) {
        try (Connection connection = DriverManager.getConnection(url(adminDatabase));
                Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }
}
