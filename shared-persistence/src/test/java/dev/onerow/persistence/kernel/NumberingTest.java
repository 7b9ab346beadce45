package dev.onerow.persistence.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.readings.ReadingCount;
import dev.onerow.persistence.testing.OnDatabase;
import dev.onerow.persistence.testing.TestDatabase;
import io.micronaut.data.model.runtime.RuntimeEntityRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tables of SQLite tell by the numbers of their rows, each made here as somebody may have made it. */
@OnDatabase(DatabaseKind.SQLITE)
class NumberingTest {
    private static final String REST = "station TEXT NOT NULL UNIQUE, n INTEGER NOT NULL DEFAULT 0";

    private final Table<ReadingCount> table;
    private Connection connection;

    NumberingTest(TestDatabase database) {
        this.table =
                Declarations.read(database.bean(RuntimeEntityRegistry.class).getEntity(ReadingCount.class));
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void tellsInsertsFromUpdates() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY, " + REST + ")");
        assertThat(counted(table, upsert("OSL"), upsert("BGO"))).isEqualTo(new Session.Counted(2, 2));

        run("DELETE FROM reading_counts WHERE station = 'BGO'"); // Its number is free again.

        assertThat(counted(table, upsert("OSL"), upsert("BGO"), upsert("TRD"))).isEqualTo(new Session.Counted(2, 3));
    }

    @Test
    void tellsThemWhereTheTableHidesItsNumbers() throws SQLException {
        run("CREATE TABLE reading_counts(id TEXT PRIMARY KEY, " + REST + ")");

        assertThat(counted(table, upsert("OSL"), upsert("BGO"), upsert("OSL"))).isEqualTo(new Session.Counted(2, 3));
    }

    @Test
    void tellsThemWhereAnUpdateUsesANumberUp() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY AUTOINCREMENT, " + REST + ")");
        assertThat(counted(table, upsert("OSL"), upsert("OSL"))).isEqualTo(new Session.Counted(1, 2));

        assertThat(counted(table, upsert("OSL"), upsert("OSL"), upsert("BGO"))).isEqualTo(new Session.Counted(1, 3));
    }

    @Test
    void saysNothingWhereRowsBringTheirNumbers() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY, " + REST + ")");

        assertThat(counted(table.withGivenIds(), upsert("OSL"))).isNull();
        assertThat(rows()).isZero();
    }

    @Test
    void saysNothingWhereAKeyIsTheNumber() throws SQLException {
        run("CREATE TABLE reading_counts(code INTEGER PRIMARY KEY, " + REST + ")");

        assertThat(counted(table, upsert("OSL"))).isNull();
    }

    @Test
    void saysNothingWhereATriggerMayInsertBesides() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY, " + REST + ")");
        run("CREATE TRIGGER twin AFTER INSERT ON reading_counts WHEN new.station = 'OSL'"
                + " BEGIN INSERT INTO reading_counts(station) VALUES ('TWIN'); END");

        assertThat(counted(table, upsert("OSL"))).isNull();
        assertThat(rows()).isZero();
    }

    @Test
    void seesATriggerComeAndGo() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY, " + REST + ")");
        Numbering numbering = new Numbering(table, new KeptStatements());
        assertThat(counted(numbering, upsert("OSL"))).isEqualTo(new Session.Counted(1, 1));

        run("CREATE TRIGGER twin AFTER INSERT ON reading_counts WHEN new.station = 'BGO'"
                + " BEGIN INSERT INTO reading_counts(station) VALUES ('TWIN'); END");
        assertThat(counted(numbering, upsert("BGO"))).isNull();
        run("DROP TRIGGER twin");

        assertThat(counted(numbering, upsert("BGO"))).isEqualTo(new Session.Counted(1, 1));
    }

    @Test
    void saysNothingOfATableWithoutNumbers() throws SQLException {
        run("CREATE TABLE reading_counts(id TEXT PRIMARY KEY, " + REST + ") WITHOUT ROWID");

        assertThat(counted(table, upsert("OSL"))).isNull();
    }

    @Test
    void saysNothingWhereTheLastNumberIsTaken() throws SQLException {
        run("CREATE TABLE reading_counts(id INTEGER PRIMARY KEY, " + REST + ")");
        run("INSERT INTO reading_counts(id, station) VALUES (9223372036854775807, 'OSL')");

        assertThat(counted(table, upsert("BGO"))).isNull();
        assertThat(rows()).isEqualTo(1);
    }

    private Session.@Nullable Counted counted(Table<?> declared, String... upserts) throws SQLException {
        return counted(new Numbering(declared, new KeptStatements()), upserts);
    }

    private Session.@Nullable Counted counted(Numbering numbering, String... upserts) throws SQLException {
        return numbering.count(connection, () -> {
            for (String upsert : upserts) {
                run(upsert);
            }
            return upserts.length;
        });
    }

    private static String upsert(String station) {
        return "INSERT INTO reading_counts(station) VALUES ('" + station
                + "') ON CONFLICT (station) DO UPDATE SET n = n + 1";
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM reading_counts")) {
            row.next();
            return row.getLong(1);
        }
    }
}
