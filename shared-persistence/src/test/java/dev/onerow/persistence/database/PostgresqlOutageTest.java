package dev.onerow.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.onerow.persistence.StoreUnavailable;
import dev.onerow.persistence.Transactions;
import io.micronaut.context.ApplicationContext;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlOutageTest {
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    @Test
    void isReportedAndOverOnceTheServerIsBack(@TempDir Path data) throws IOException {
        EmbeddedPostgres server = start(data, 0);
        int port = server.getPort();
        try (ApplicationContext context = ApplicationContext.run(Map.of(
                "onerow.database.url",
                server.getJdbcUrl("postgres", "postgres"),
                "datasources.default.connection-timeout",
                "1000"))) {
            Transactions transactions = context.getBean(Transactions.class);
            CurrentTransaction current = context.getBean(CurrentTransaction.class);

            transactions.write(() -> ask(current));
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> transactions.write(() -> {
                        ask(current);
                        stop(server);
                        ask(current);
                    }));
            assertThatExceptionOfType(StoreUnavailable.class)
                    .isThrownBy(() -> transactions.read(() -> {
                        ask(current);
                        return true;
                    }))
                    .satisfies(failure -> assertThat(failure.getMessage()).startsWith("The database is away"));

            try (EmbeddedPostgres again = start(data, port)) {
                assertThat(again.getPort()).isEqualTo(port);
                untilItSucceeds(() -> transactions.write(() -> ask(current)));
            }
        } finally {
            stop(server);
        }
    }

    /** The pool itself tries again only now and then. */
    private static void untilItSucceeds(Runnable work) {
        long begin = System.nanoTime();
        while (true) {
            try {
                work.run();
                return;
            } catch (StoreUnavailable stillAway) {
                if (System.nanoTime() - begin > PATIENCE_NANOS) {
                    throw stillAway;
                }
            }
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void ask(CurrentTransaction current) {
        try (Statement statement = current.connection().createStatement()) {
            statement.execute("SELECT count(*) FROM http_error_summary");
        } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
        }
    }
}
