package dev.onerow.quality.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service on a port of its own, and a client of it. */
final class Service implements AutoCloseable {
    private final EmbeddedServer server;
    private final Client client;

    Service(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("micronaut.server.port", -1);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
        client = new Client(server, "/v1/quality");
    }

    Answer get(String path, String... headers) {
        return client.get(path, headers);
    }

    Answer put(String path, String json, String... headers) {
        return client.put(path, json, headers);
    }

    Answer post(String path, String json) {
        return client.post(path, json);
    }

    Answer postLines(String path, String ndjson) {
        return client.postLines(path, ndjson);
    }

    Answer delete(String path, String... headers) {
        return client.delete(path, headers);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, headers);
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    @Override
    public void close() {
        server.close();
        server.getApplicationContext().close();
    }
}
