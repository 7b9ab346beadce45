package dev.onerow.ledger.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.request.StrictJson;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger on a port and a database of its own, spoken to as clients speak to it; it stops with its database. In JSON
 * that is sent, apostrophes stand for quotation marks.
 */
final class Service {
    private static final List<String> TABLES = List.of(
            "ledgers", "defaults", "accounts", "category_rules", "categories", "category_templates", "csv_profiles");

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestDatabase database;
    private final EmbeddedServer server;

    Service(TestDatabase database) {
        this.database = database;
        server = database.with("micronaut.server.port", -1).bean(EmbeddedServer.class);
        if (!server.isRunning()) {
            server.start();
        }
    }

    /** Takes everything away that earlier tests left. */
    void empty() {
        database.sql("UPDATE categories SET parent_id = NULL");
        TABLES.forEach(table -> database.sql("DELETE FROM " + table));
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer put(String path, String json, String... headers) {
        return send("PUT", path, json.replace('\'', '"'), with(headers, "Content-Type", "application/json"));
    }

    Answer post(String path, String... headers) {
        return send("POST", path, "", headers);
    }

    Answer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    Answer bulk(String path, String... lines) {
        String body = String.join("\n", lines).replace('\'', '"');
        return send("POST", path, body, "Content-Type", "application/x-ndjson");
    }

    Answer importOfx(String account, String file) {
        return send("POST", "/accounts/" + account + "/imports", file, "Content-Type", "application/x-ofx");
    }

    Answer importCsv(String account, String profile, String file) {
        return send("POST", "/accounts/" + account + "/imports?profile=" + profile, file, "Content-Type", "text/csv");
    }

    /** Makes an account in euros. */
    void account(String id, String type) {
        account(id, type, "EUR");
    }

    /** Makes an account. */
    void account(String id, String type, String currency) {
        saved(
                "/accounts/" + id,
                "{'name':'N','institution':'B','type':'" + type + "','currency_code':'" + currency + "'}");
    }

    /** Makes a transaction by hand in the account called giro. */
    void transaction(String id, String date, String amount, String merchant) {
        transaction("giro", id, date, amount, merchant);
    }

    /** Makes a transaction by hand. */
    void transaction(String account, String id, String date, String amount, String merchant) {
        saved(
                "/transactions/" + id,
                "{'account_id':'" + account + "','date':'" + date + "','amount':'" + amount + "','merchant':'"
                        + merchant + "'}");
    }

    /** Puts something that has to be accepted. */
    Answer saved(String path, String json) {
        Answer answer = put(path, json);
        if (answer.status() >= 300) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    /** Does something so many times at once, and answers what came back each time. */
    static <T> List<T> atOnce(int times, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<CompletableFuture<T>> running = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> work.apply(i), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.BodyPublisher publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        return sendBytes(method, path, publisher, headers);
    }

    Answer sendBytes(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        URI uri = URI.create(server.getURL() + "/v1/ledger" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().map(),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String[] with(String[] headers, String... more) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        /** A header, or an empty text. */
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        Map<?, ?> json() {
            return (Map<?, ?>) parse(body);
        }

        @Nullable
        Object at(String member) {
            return json().get(member);
        }

        String text(String member) {
            return String.valueOf(at(member));
        }

        /** The type of the problem that it is, without its folder. */
        String problem() {
            return text("type").replace("/problems/", "");
        }

        /** Pointers or parameters of what is wrong. */
        List<String> places() {
            return list("errors").stream()
                    .map(error -> String.valueOf(error.get(error.containsKey("pointer") ? "pointer" : "parameter")))
                    .toList();
        }

        List<Map<?, ?>> items() {
            return list("items");
        }

        List<Map<?, ?>> list(String member) {
            return ((List<?>) Objects.requireNonNull(at(member)))
                    .stream()
                            .<Map<?, ?>>map(item -> (Map<?, ?>) Objects.requireNonNull(item))
                            .toList();
        }

        /** One member of each item, as text. */
        List<String> each(String member) {
            return each("items", member);
        }

        /** One member of each element of a list, as text. */
        List<String> each(String list, String member) {
            return list(list).stream()
                    .map(element -> String.valueOf(element.get(member)))
                    .toList();
        }

        List<Map<?, ?>> lines() {
            return body.lines().<Map<?, ?>>map(line -> (Map<?, ?>) parse(line)).toList();
        }

        /** Some members as texts, with blanks between. */
        String texts(String... members) {
            return Stream.of(members).map(this::text).collect(Collectors.joining(" "));
        }

        private static Object parse(String text) {
            return Objects.requireNonNull(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
