package dev.onerow.web.sample;

import dev.onerow.web.request.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A client that sends what it is told, and reads answers as plain values. */
class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Client(int port) {
        this.port = port;
    }

    /** Sends a request; headers are names and values in turn. */
    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
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

    /** Puts a JSON body. */
    Answer put(String path, String json, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("PUT", path, json, all);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Posts lines of JSON. */
    Answer post(String path, String ndjson) {
        return send("POST", path, ndjson, "Content-Type", "application/x-ndjson");
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        @Nullable
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse(null);
        }

        Map<?, ?> json() {
            return (Map<?, ?>) parse(body);
        }

        List<Map<?, ?>> lines() {
            return body.lines().<Map<?, ?>>map(line -> (Map<?, ?>) parse(line)).toList();
        }

        private static Object parse(String text) {
            return Objects.requireNonNull(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
