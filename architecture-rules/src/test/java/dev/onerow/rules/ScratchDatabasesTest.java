package dev.onerow.rules;

import static dev.onerow.rules.Rule.BOTH_DATABASES_HAVE_ONE_SCHEMA;
import static dev.onerow.rules.Rule.KEYED_TABLES_ARE_DECLARED_ONCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a database can tell: planted in the second of two, beside a first one that is as it should be. */
class ScratchDatabasesTest {
    private static final String HISTORY = """
            CREATE TABLE any_schema_history (installed_rank INTEGER PRIMARY KEY, version TEXT, description TEXT,
            script TEXT, checksum INTEGER, installed_on TEXT UNIQUE)
            """;
    private static final String STATION = "CREATE TABLE station (code TEXT NOT NULL UNIQUE, name TEXT) STRICT";
    private static final String READING = "CREATE TABLE reading_of_station (id TEXT PRIMARY KEY,"
            + " station TEXT REFERENCES station (code) ON DELETE SET NULL) STRICT";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it before each test.
    private Path folder;

    @Test
    void equalDatabasesWithEveryTableDeclaredBreakNothing() throws SQLException {
        OnerowRules rules = rules(database("one", STATION, READING), database("other", STATION, READING));

        assertThat(rules.violations(BOTH_DATABASES_HAVE_ONE_SCHEMA)).isEmpty();
        assertThat(withoutTwin(rules)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    CREATE TABLE station (code TEXT NOT NULL, name TEXT) STRICT | UNIQUE (code)
                    CREATE TABLE station (code TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT | column name
                    CREATE TABLE station (code TEXT NOT NULL UNIQUE) STRICT | column name
                    CREATE TABLE station (code TEXT PRIMARY KEY, name TEXT) STRICT | PRIMARY KEY (code)
                    """)
    void anotherFormOfATableIsNamedWithItsPart(String other, String part) throws SQLException {
        OnerowRules rules = rules(database("one", STATION, READING), database("other", other, READING));

        assertThat(rules.violations(BOTH_DATABASES_HAVE_ONE_SCHEMA))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.place()).isEqualTo("table station"))
                .anySatisfy(violation ->
                        assertThat(violation.toString()).contains(part, "add a migration that makes them equal"));
    }

    @Test
    void anotherForeignKeyIsNamedWithItsAction() throws SQLException {
        String cascading = READING.replace("SET NULL", "CASCADE");
        OnerowRules rules = rules(database("one", STATION, READING), database("other", STATION, cascading));

        assertThat(rules.violations(BOTH_DATABASES_HAVE_ONE_SCHEMA))
                .extracting(Violation::problem)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("FOREIGN KEY (station) REFERENCES station (code) ON DELETE CASCADE"));
    }

    @Test
    void aTableThatOneDatabaseLacksIsNamed() throws SQLException {
        OnerowRules rules = rules(database("one", STATION, READING), database("other", STATION));

        assertThat(rules.violations(BOTH_DATABASES_HAVE_ONE_SCHEMA))
                .extracting(Violation::subject, Violation::problem)
                .containsExactly(tuple("reading_of_station", "stands in SQLite, not in SQLite"));
    }

    @Test
    void aKeyedTableWithoutDeclarationIsNamedWithItsKey() throws SQLException {
        String forgotten = "CREATE TABLE alarm (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT";
        OnerowRules rules = rules(database("one", STATION, READING, forgotten));

        assertThat(withoutTwin(rules))
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString())
                        .contains("table alarm of SQLite", "UNIQUE (code)", "declare its row with @KeyedTable"));
    }

    @Test
    void aDeclarationWithoutTableIsNamedByItsClass() throws SQLException {
        OnerowRules rules = rules(database("one", READING));

        assertThat(withoutTwin(rules))
                .singleElement()
                .satisfies(violation -> assertThat(violation.toString())
                        .contains("StationRow", "the table station", "do not make", "add a migration"));
    }

    @Test
    void aDatabaseWithoutTablesIsNotTakenForAGoodOne() throws SQLException {
        OnerowRules rules = rules(database("one"));

        assertThat(rules.violations(BOTH_DATABASES_HAVE_ONE_SCHEMA, KEYED_TABLES_ARE_DECLARED_ONCE))
                .extracting(Violation::problem)
                .containsOnly("Nothing to check: the database on SQLite has no table");
    }

    private static OnerowRules rules(String... urls) {
        return OnerowRules.in("dev.onerow.rules.planted.stations")
                .kernelIn("dev.onerow.rules.planted.kernel")
                .withoutMigrations()
                .migratedInto(urls)
                .withTests();
    }

    /** The second declaration of a table is planted in the code. */
    private static List<Violation> withoutTwin(OnerowRules rules) {
        return rules.violations(KEYED_TABLES_ARE_DECLARED_ONCE).stream()
                .filter(violation -> !violation.subject().endsWith(".StationTwin"))
                .toList();
    }

    private String database(String name, String... tables) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve(name + ".db");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table :
                    Stream.concat(Stream.of(HISTORY), Stream.of(tables)).toList()) {
                statement.execute(table);
            }
        }
        return url;
    }
}
