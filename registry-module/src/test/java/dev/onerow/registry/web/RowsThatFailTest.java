package dev.onerow.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.web.testing.Client;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A view whose last row cannot be read: half an answer never looks like a whole one. */
@OnBothDatabases
@WithTables("guests")
class RowsThatFailTest {
    private static final int REPETITIONS = 30;

    private final TestDatabase database;
    private final Client api;
    private final String guests;
    private final long least;

    RowsThatFailTest(TestDatabase database) {
        this.database = database;
        this.api = Api.on(database);
        boolean isSqlite = database.kind() == DatabaseKind.SQLITE;
        this.guests = isSqlite ? "guests" : "public.guests";
        this.least = isSqlite ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    @BeforeEach
    void makeAViewOfOneRow() {
        database.sql("DELETE FROM " + guests);
        database.sql("INSERT INTO " + guests + " (id) VALUES (1)");
        api.post("/rules/FRAGILE/execute", """
                {"sql":"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < (SELECT max(id) FROM guests))\
                 SELECT abs(CASE WHEN i = (SELECT max(id) FROM guests) THEN (SELECT min(id) FROM guests) ELSE i END) AS distance,\
                 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch' AS city FROM n"}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson", "application/json"})
    void areAProblemWhileNothingWasSent(String form) {
        growTo(11);

        for (int i = 0; i < REPETITIONS; i++) {
            var answer = api.get("/views/fragile/rows", "Accept", form);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.at("type")).isEqualTo("/problems/view-not-readable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void breakTheConnectionOffAfterThat(String form) {
        growTo(20_000);

        for (int i = 0; i < REPETITIONS; i++) {
            assertThatThrownBy(() -> api.get("/views/fragile/rows", "Accept", form))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    /** So many rows that the last one is the least integer, which has no absolute value. */
    private void growTo(int rows) {
        database.sql("INSERT INTO " + guests + " (id) VALUES (" + rows + "), (" + least + ")");
    }
}
