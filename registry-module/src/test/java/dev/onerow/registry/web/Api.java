package dev.onerow.registry.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.request.StrictJson;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The registry behind a port of its own, and a client that sends what it is told. */
final class Api {
    private final EmbeddedServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    private Api(EmbeddedServer server) {
        this.server = server;
    }

    /** The server belongs to the context of the database, and stops with it. */
    static Api on(TestDatabase database) {
        var server = database.bean(EmbeddedServer.class);
        return new Api(server.isRunning() ? server : server.start());
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json, withType("application/json", headers));
    }

    Answer post(String path, @Nullable String json, String... headers) {
        return send("POST", path, json, json == null ? headers : withType("application/json", headers));
    }

    Answer postLines(String path, String ndjson) {
        return send("POST", path, ndjson, "Content-Type", "application/x-ndjson");
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    private static String[] withType(String type, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type");
        all.add(type);
        return all.toArray(String[]::new);
    }

    private Answer send(String method, String path, @Nullable String body, String... headers) {
        var uri = URI.create("http://127.0.0.1:" + server.getPort() + "/v1/registry" + path);
        var request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().map(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        /** The value at a path such as {@code view.columns.0.name}; the text "null" for null. */
        String at(String path) {
            Object value = parse(body);
            for (var step : path.split("\\.", -1)) {
                value = value instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : ((Map<?, ?>) Objects.requireNonNull(value, path)).get(step);
            }
            return String.valueOf(value);
        }

        /** The values of a member of each element of a list. */
        List<String> each(String list, String member) {
            return ((List<?>) Objects.requireNonNull(((Map<?, ?>) parse(body)).get(list)))
                    .stream()
                            .map(element -> String.valueOf(((Map<?, ?>) element).get(member)))
                            .toList();
        }

        List<Answer> lines() {
            return body.lines().map(line -> new Answer(status, Map.of(), line)).toList();
        }

        private static Object parse(String text) {
            return Objects.requireNonNull(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)), text);
        }
    }
}
