package dev.onerow.persistence.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The ways to come by a PostgreSQL server, in order. */
final class PostgresqlSource {
    private static final String VARIABLE = "ONEROW_TEST_POSTGRES_URL";
    private static final int OLDEST = 15;

    private PostgresqlSource() {}

    static PostgresqlServer start(@Nullable Integer major) {
        String given = System.getenv(VARIABLE);
        if (given != null && !given.isBlank()) {
            PostgresqlServer server = new PostgresqlServer(given);
            if (major == null || server.major() == major) {
                return server;
            }
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? container(major == null ? OLDEST : major)
                : embedded();
    }

    private static PostgresqlServer container(int major) {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + major)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new PostgresqlServer(
                container.getJdbcUrl() + "&user=" + container.getUsername() + "&password=" + container.getPassword());
    }

    private static PostgresqlServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            return new PostgresqlServer(server.getJdbcUrl("postgres", "postgres"));
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "No PostgreSQL for the tests: no Docker engine answers, and the embedded binaries do not start here."
                            + " Name a server in " + VARIABLE
                            + ", for example jdbc:postgresql://localhost:5432/postgres?user=postgres",
                    failure);
        }
    }
}
