package dev.onerow.web.sample;

import dev.onerow.web.bulk.Streams;
import dev.onerow.web.testing.Client;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** The small service, running on a port of its own. */
final class Service implements AutoCloseable {
    private static final class Shared {
        static final Service RUNNING = start(Map.of());
    }

    private final EmbeddedServer server;

    private Service(EmbeddedServer server) {
        this.server = server;
    }

    /** The one that most tests talk to; it runs until the tests end. */
    static Service shared() {
        return Shared.RUNNING;
    }

    /** One with settings of its own. */
    static Service start(Map<String, Object> settings) {
        EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, settings, "test");
        return new Service(server);
    }

    Client client() {
        return new Client(server, "");
    }

    int port() {
        return server.getPort();
    }

    Things things() {
        return server.getApplicationContext().getBean(Things.class);
    }

    /** Answers that are being made at the moment. */
    int streamsAtWork() {
        return server.getApplicationContext().getBean(Streams.class).atWork();
    }

    @Override
    public void close() {
        server.close();
    }
}
