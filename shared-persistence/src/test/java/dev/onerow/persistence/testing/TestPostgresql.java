package dev.onerow.persistence.testing;

import dev.onerow.persistence.DatabaseKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database of its own in the server of this JVM. */
final class TestPostgresql extends TestDatabase {
    private final PostgresqlServer server;
    private final String name;

    TestPostgresql(PostgresqlServer server, boolean migrated) {
        this.server = server;
        this.name = server.createDatabase(migrated);
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public String url() {
        return server.url(name);
    }

    @Override
    public TestDatabase another(boolean migrated) {
        return new TestPostgresql(server, migrated);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(name, "currentSchema=onerow", "stringtype=unspecified"));
    }

    @Override
    void drop() {
        server.dropDatabase(name);
    }
}
