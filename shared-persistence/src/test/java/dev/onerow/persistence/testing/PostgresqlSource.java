package dev.onerow.persistence.testing;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
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
            PostgresqlServer server = new PostgresqlServer(given, true);
            if (major == null || server.major() == major) {
                return server;
            }
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return embedded(major);
        }
        try {
            return container(major == null ? OLDEST : major);
        } catch (RuntimeException noImage) {
            return embeddedInstead(major, noImage);
        }
    }

    private static PostgresqlServer embeddedInstead(@Nullable Integer major, RuntimeException noImage) {
        try {
            return embedded(major);
        } catch (IllegalStateException failure) {
            failure.addSuppressed(noImage);
            throw failure;
        }
    }

    private static PostgresqlServer container(int major) {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + major)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        container.start();
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
        return new PostgresqlServer(
                container.getJdbcUrl() + "&user=" + container.getUsername() + "&password=" + container.getPassword(),
                false);
    }

    private static PostgresqlServer embedded(@Nullable Integer major) {
        PostgresqlServer server;
        try {
            server = new PostgresqlServer(
                    EmbeddedPostgres.builder()
                            .setPgBinaryResolver((system, machine) -> binaries(major, system, machine))
                            .setServerConfig("fsync", "off")
                            .setServerConfig("synchronous_commit", "off")
                            .setServerConfig("full_page_writes", "off")
                            .setServerConfig("max_connections", "200")
                            .start()
                            .getJdbcUrl("postgres", "postgres"),
                    false);
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "No PostgreSQL for the tests: no container starts, and neither do the embedded binaries."
                            + " Name a server in " + VARIABLE
                            + ", for example jdbc:postgresql://localhost:5432/postgres?user=postgres",
                    failure);
        }
        if (major != null && server.major() != major) {
            throw new IllegalStateException("No binaries of PostgreSQL " + major + ", only of " + server.major());
        }
        return server;
    }

    /** A version that is not the usual one is in a folder of its own, see the POM of shared-persistence. */
    private static InputStream binaries(@Nullable Integer major, String system, String machine) throws IOException {
        String processor = machine.equals("aarch64") ? "arm_64" : "x86_64";
        String path = "postgres-" + major + "/postgres-" + system.toLowerCase(Locale.ROOT) + "-" + processor + ".txz";
        InputStream apart = PostgresqlSource.class.getClassLoader().getResourceAsStream(path);
        return apart != null ? apart : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    }
}
