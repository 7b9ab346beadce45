package dev.onerow.telemetry.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.request.StrictJson;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The service on a port of its own, and a client that sends what it is told. */
final class Service implements AutoCloseable {
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    Service(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("micronaut.server.port", -1);
        server = ApplicationContext.run(EmbeddedServer.class, settings);
    }

    static void empty(TestDatabase database) {
        database.sql("DELETE FROM extraction_telemetry_v2");
        database.sql("DELETE FROM http_error_summary");
        database.sql("DELETE FROM sites");
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, headers);
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }

    Answer postLines(String path, String ndjson) {
        return send("POST", path, ndjson, "Content-Type", "application/x-ndjson");
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Sends a request; headers are names and values in turn. */
    Answer send(String method, String path, @Nullable String body, String... headers) {
        var content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.getURL() + "/v1/telemetry" + path))
                .setHeader("Content-Type", "application/json")
                .method(method, content);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response, new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    @Override
    public void close() {
        server.close();
        server.getApplicationContext().close();
    }

    /** What came back. */
    record Answer(HttpResponse<byte[]> response, String body) {

        int status() {
            return response.statusCode();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        Map<?, ?> json() {
            return (Map<?, ?>) parse(body);
        }

        List<Map<?, ?>> lines() {
            return body.lines().<Map<?, ?>>map(line -> (Map<?, ?>) parse(line)).toList();
        }

        /** The type of the problem that it is. */
        Object problem() {
            return Objects.requireNonNull(json().get("type"));
        }

        /** Pointers or parameters of what is wrong. */
        List<?> places() {
            List<?> errors = (List<?>) Objects.requireNonNull(json().get("errors"));
            return errors.stream()
                    .map(error -> (Map<?, ?>) error)
                    .map(error -> error.containsKey("pointer") ? error.get("pointer") : error.get("parameter"))
                    .toList();
        }

        private static Object parse(String text) {
            return Objects.requireNonNull(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
