package dev.onerow.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The fixture itself, on the oldest and the newest PostgreSQL that Onerow supports. */
@OnBothDatabases(postgres = {15, 18})
@WithTables("counters")
@TestMethodOrder(MethodName.class)
class OnBothDatabasesTest {
    private static final List<String> VERSIONS = new ArrayList<>();

    private final TestDatabase database;

    OnBothDatabasesTest(TestDatabase database) {
        this.database = database;
    }

    @AfterAll
    static void ranOnEachInTurn() {
        assertThat(VERSIONS).containsExactly("SQLite", "PostgreSQL 15", "PostgreSQL 18");
    }

    @Test
    void aHandsOutOneFreshDatabaseForTheClass() {
        VERSIONS.add(
                switch (database.kind()) {
                    case SQLITE -> "SQLite";
                    case POSTGRESQL ->
                        "PostgreSQL "
                                + String.valueOf(database.value("SHOW server_version_num"))
                                        .substring(0, 2);
                });

        assertThat(database.count("counters")).isZero();
        database.sql("INSERT INTO counters VALUES ('a', 1)");
    }

    @Test
    void bKeepsItFromTestToTest() {
        assertThat(database.count("counters")).isEqualTo(1);
    }

    @Test
    void cAppliesTheMigrationsAndTheTablesOfTheTest() {
        assertThat(database.count("http_error_summary")).isZero();
        assertThat(database.context().isRunning()).isTrue();
    }

    @Test
    void dTellsTheKind(DatabaseKind kind) {
        assertThat(database.bean(DatabaseKind.class)).isEqualTo(kind);
    }

    @Test
    void eShowsTheSameStateOnBothDatabases() {
        database.sql(
                """
                INSERT INTO http_error_summary (host, status_code, error_type, count,
                    first_seen, last_seen, version, created_at, updated_at)
                VALUES ('b.example', 404, '{"z":1.0,"a":[]}', 3, ?, ?, 1, ?, ?), ('a.example', 500, 'x', 1, ?, ?, 9, ?, ?)
                """,
                "2026-02-03T04:05:06.000001Z",
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.000001Z",
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.100000Z",
                "2026-02-03T04:05:06.100000Z");

        assertThat(database.state("http_error_summary"))
                .containsExactly(
                        "{count=1, error_type=x, first_seen=2026-02-03T04:05:06.000001Z, host=a.example,"
                                + " last_seen=2026-02-03T04:05:06.100000Z, status_code=500}",
                        "{count=3, error_type={\"a\":[],\"z\":1}, first_seen=2026-02-03T04:05:06.000001Z, host=b.example,"
                                + " last_seen=2026-02-03T04:05:06.100000Z, status_code=404}");
    }
}
