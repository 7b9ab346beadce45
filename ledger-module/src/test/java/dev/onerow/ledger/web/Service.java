package dev.onerow.ledger.web;

import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.web.testing.Answer;
import dev.onerow.web.testing.Client;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ledger on a port and a database of its own, spoken to as clients speak to it; it stops with its database. In JSON
 * that is sent, apostrophes stand for quotation marks.
 */
final class Service {
    private static final List<String> TABLES = List.of(
            "ledgers", "defaults", "accounts", "category_rules", "categories", "category_templates", "csv_profiles");

    private final TestDatabase database;
    private final Client client;

    Service(TestDatabase database) {
        this.database = database;
        EmbeddedServer server = database.with("micronaut.server.port", -1).bean(EmbeddedServer.class);
        client = new Client(server.isRunning() ? server : server.start(), "/v1/ledger");
    }

    /** Takes everything away that earlier tests left. */
    void empty() {
        database.sql("UPDATE categories SET parent_id = NULL");
        TABLES.forEach(table -> database.sql("DELETE FROM " + table));
    }

    Answer get(String path, String... headers) {
        return client.get(path, headers);
    }

    Answer put(String path, String json, String... headers) {
        return client.put(path, json.replace('\'', '"'), headers);
    }

    Answer post(String path, String... headers) {
        return client.post(path, null, headers);
    }

    Answer delete(String path, String... headers) {
        return client.delete(path, headers);
    }

    Answer bulk(String path, String... lines) {
        return client.postLines(path, String.join("\n", lines).replace('\'', '"'));
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, headers);
    }

    Answer sendBytes(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return client.sendBytes(method, path, body, headers);
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
}
