package dev.onerow.rules.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisingStatementsTest {
    private static final String PUT_IN = String.valueOf(Texts.HOLE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "INSERT | INSERT INTO station (code) VALUES (?)",
                "INSERT | insert into station (code) values (?)",
                "INSERT | INSERT INTO station VALUES (1)",
                "INSERT | INSERT INTO station DEFAULT VALUES",
                "INSERT | INSERT INTO station SELECT * FROM other",
                "INSERT | INSERT INTO station (SELECT * FROM other)",
                "INSERT | INSERT INTO station TABLE other",
                "INSERT | INSERT INTO station (code) OVERRIDING SYSTEM VALUE VALUES (?)",
                "INSERT | INSERT INTO station WITH o AS (SELECT 1) SELECT * FROM o",
                "INSERT | INSERT INTO station AS s (code) VALUES (?)",
                "INSERT | INSERT OR IGNORE INTO station (code) VALUES (?)",
                "INSERT | INSERT INTO \"station\" (\"code\") VALUES (?)",
                "INSERT | INSERT INTO `station` (code) VALUES (?)",
                "INSERT | INSERT INTO [station] (code) VALUES (?)",
                "INSERT | INSERT INTO weather.station (code) VALUES (?)",
                "INSERT | INSERT INTO \"weather\".\"Station\" (code) VALUES (?)",
                "INSERT | INSERT /* new */ INTO /* a /* nested */ one */ station (code) VALUES (?)",
                "INSERT | WITH o AS (SELECT 1) INSERT INTO station (code) SELECT * FROM o",
                "INSERT | WITH n AS (INSERT INTO station (code) VALUES (?) RETURNING *) SELECT * FROM n",
                "INSERT | SELECT 1; INSERT INTO station (code) VALUES (?)",
                "INSERT | EXPLAIN ANALYZE INSERT INTO station (code) VALUES (?)",
                "INSERT | PREPARE p AS INSERT INTO station (code) VALUES ($1)",
                "INSERT | CREATE TRIGGER t AFTER UPDATE ON a BEGIN INSERT INTO station (code) VALUES (1); END",
                "INSERT | CREATE RULE r AS ON INSERT TO a DO INSTEAD INSERT INTO station (code) VALUES (1)",
                "INSERT | DO $$ BEGIN INSERT INTO station (code) VALUES (1); END $$",
                "INSERT | BEGIN EXECUTE 'INSERT INTO station (code) VALUES (1)'; END",
                "INSERT | SELECT dblink_exec('INSERT INTO station (code) VALUES (1)')",
                "INSERT | :verb INTO station (code) VALUES (?)",
                "INSERT_OR_REPLACE | INSERT OR REPLACE INTO station (code) VALUES (?)",
                "REPLACE | REPLACE INTO station (code) VALUES (?)",
                "MERGE | MERGE INTO station USING other ON true WHEN NOT MATCHED THEN INSERT VALUES (1)",
                "MERGE | MERGE INTO ONLY station AS s USING other ON true WHEN MATCHED THEN DELETE",
                "COPY | COPY station FROM STDIN",
                "COPY | COPY station (code, name) FROM '/tmp/stations.csv'",
                "COPY | copy station from program 'gunzip'",
                "COPY | COPY station FROM :file",
                "UPDATE | UPDATE station SET name = ?",
                "UPDATE | update only station as s set name = ?",
                "UPDATE | UPDATE station * SET name = ?",
                "UPDATE | UPDATE station s SET name = ?",
                "UPDATE | UPDATE OR IGNORE station SET name = ?",
                "UPDATE | UPDATE station INDEXED BY i SET name = ?",
                "UPDATE | UPDATE station NOT INDEXED SET name = ?",
                "UPDATE | UPDATE station SET (name, code) = (?, ?)",
                "UPDATE | UPDATE station SET names[1] = ?",
                "UPDATE | UPDATE station SET \"name\" = ?",
                "UPDATE | UPDATE station SET :changes WHERE code = ?",
                "DELETE | DELETE FROM station WHERE code = ?",
                "DELETE | DELETE FROM station",
                "DELETE | DELETE FROM ONLY station s USING other WHERE true",
                "DELETE | DELETE FROM station RETURNING code",
                "DELETE | WITH gone AS (DELETE FROM station) SELECT 1",
                "TRUNCATE | TRUNCATE TABLE station",
                "TRUNCATE | TRUNCATE station RESTART IDENTITY",
                "TRUNCATE | TRUNCATE ONLY station, other",
                "DROP_CASCADE | DROP TABLE IF EXISTS station CASCADE",
                "DROP_CASCADE | DROP MATERIALIZED VIEW weather.station, other CASCADE",
                "DROP_CASCADE | DROP FUNCTION station(int, text) CASCADE",
                "DROP_CASCADE | DROP TRIGGER station ON other CASCADE",
                "DROP_CASCADE | ALTER TABLE station DROP COLUMN name CASCADE",
                "DROP_CASCADE | ALTER TABLE IF EXISTS ONLY station DROP CONSTRAINT IF EXISTS k CASCADE",
                "DELETE_CASCADE | CREATE TABLE IF NOT EXISTS station (o int REFERENCES owner (id) ON DELETE CASCADE)",
                "DELETE_CASCADE | ALTER TABLE station ADD FOREIGN KEY (o) REFERENCES owner ON UPDATE CASCADE ON DELETE CASCADE",
            })
    void seesEveryFormOfAStatement(Verb verb, String text) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).singleElement().satisfies(statement -> {
            assertThat(statement.verb()).isEqualTo(verb);
            assertThat(statement.table()).isEqualTo("station");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into the queue",
                "Insert into the queue (at its end) what came",
                "cannot insert into station (code) values",
                "insert into station failed",
                "insert into station (see the manual)",
                "insert into station values that are new",
                "insert into station with care",
                "Can't insert into station, don't insert into station values (1)",
                "Update station names",
                "update station set aside",
                "Update the set = of stations",
                "SELECT updated, deleted FROM station WHERE updated = ? AND replaced IS NULL",
                "SELECT * FROM station FOR UPDATE OF station",
                "SELECT replace(name, 'into station (code) values (1)', '') FROM station",
                "SELECT 'x' AS update, name AS set FROM station",
                "delete from station is refused",
                "delete from station soon",
                "Delete from the archive what nobody reads",
                "copy station from the list",
                "COPY station TO STDOUT",
                "COPY (SELECT * FROM station) TO STDOUT",
                "merge into station what is new",
                "TRUNCATE what is too long",
                "truncate to 200 characters",
                "PRAGMA wal_checkpoint(TRUNCATE)",
                "DROP VIEW station",
                "plain DROP VIEW station, never CASCADE",
                "CREATE TABLE station (o int REFERENCES owner (id) ON DELETE SET NULL ON UPDATE CASCADE)",
                "CREATE TRIGGER t BEFORE UPDATE OF name ON station BEGIN SELECT 1; END",
                "GRANT SELECT, INSERT, UPDATE ON station TO reader",
                "-- INSERT INTO station (code) VALUES (?)",
                "/* UPDATE station SET name = ? */ SELECT 1",
                "WHEN NOT MATCHED THEN INSERT (code) VALUES (1)",
                "ON CONFLICT (code) DO UPDATE SET name = excluded.name",
            })
    void takesProseAndQueriesForWhatTheyAre(String text) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Insert into station", "delete from station", "Merge into station", "truncate station"})
    void isNotCertainOfWhatMayBeALabel(String text) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).extracting(Statement::certain).containsExactly(false);
    }

    static Stream<String> namelessWrites() {
        return Stream.of(
                "INSERT INTO " + PUT_IN + " (code) VALUES (?)",
                "INSERT INTO %s (code) VALUES (?)",
                "INSERT INTO ${table} (code) VALUES (?)",
                "INSERT INTO weather." + PUT_IN + " (code) VALUES (?)",
                "INSERT INTO " + PUT_IN + "_archive (code) VALUES (?)",
                "INSERT INTO station_" + PUT_IN + " (code) VALUES (?)",
                "INSERT INTO " + PUT_IN,
                "INSERT INTO ",
                "UPDATE " + PUT_IN + " SET name = ?",
                "UPDATE {0} SET name = ?",
                "DELETE FROM " + PUT_IN,
                "DELETE FROM ",
                "REPLACE INTO " + PUT_IN + " VALUES (1)",
                "MERGE INTO " + PUT_IN + " USING other ON true",
                "COPY " + PUT_IN + " FROM STDIN");
    }

    @ParameterizedTest
    @MethodSource("namelessWrites")
    void seesWritesWhoseTableIsPutInAtRunTime(String text) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).singleElement().satisfies(statement -> {
            assertThat(statement.table()).isNull();
            assertThat(statement.certain()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into {}", "Insert into {} done", "Update {} set to {}", "Deleting from {}"})
    void takesTheBracesOfALogMessageForNoCertainTable(String text) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).filteredOn(Statement::certain).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO station (code) VALUES (1) ON CONFLICT (code) DO NOTHING | true",
                "INSERT INTO station (code) SELECT 1 WHERE true ON /* key */ CONFLICT DO NOTHING | true",
                "INSERT INTO station (code) VALUES (1) | false",
                "INSERT INTO station (code) VALUES (1); SELECT 'ON CONFLICT' | false",
                "INSERT INTO station (code) VALUES (1) -- ON CONFLICT DO NOTHING | false",
            })
    void tellsWhetherAnInsertHandlesAConflict(String text, boolean handled) {
        List<Statement> statements = Statements.in(text);

        assertThat(statements).extracting(Statement::handlesConflict).containsExactly(handled);
    }

    @Test
    void doesNotLendTheConflictClauseOfOneInsertToAnother() {
        String text = "WITH n AS (INSERT INTO other (code) VALUES (1) ON CONFLICT DO NOTHING) "
                + "INSERT INTO station (code) VALUES (1); INSERT INTO third VALUES (1) ON CONFLICT DO NOTHING";

        List<Statement> statements = Statements.in(text);

        assertThat(statements).extracting(Statement::handlesConflict).containsExactly(true, false, true);
    }

    @Test
    void putsPiecesTogetherAcrossTheirBorders() {
        String joined = Texts.joined(List.of("INSERT", "INTO", "station", "(code)", "VALUES (?)"));
        String glued = Texts.glued(List.of("INS", "ERT INTO sta", "tion (code) VALUES (?)"));

        assertThat(Statements.in(joined)).extracting(Statement::table).containsExactly("station");
        assertThat(Statements.in(glued)).extracting(Statement::table).containsExactly("station");
    }

    @Test
    void doesNotTakeAQuoteInOnePieceForTheBeginningOfAStringInTheNext() {
        String joined = Texts.joined(List.of("can't", "INSERT INTO station ", "(code) VALUES (?)", "won't"));

        assertThat(Statements.in(joined)).extracting(Statement::table).containsExactly("station");
    }

    @Test
    void namesOwnerAndPartOfACascade() {
        String text = "CREATE TABLE part (a int REFERENCES x.owner ON DELETE CASCADE, b int REFERENCES other (id))";

        List<Statement> statements = Statements.in(text);

        assertThat(statements).singleElement().satisfies(cascade -> {
            assertThat(cascade.table()).isEqualTo("part");
            assertThat(cascade.owner()).isEqualTo("owner");
        });
    }

    @Test
    void countsLinesAlsoInsideABlock() {
        String text = "SELECT 1;\n\nDO $$\nBEGIN\n  DELETE FROM station WHERE true;\nEND $$;\nDELETE FROM station;";

        List<Statement> statements = Statements.in(text);

        assertThat(statements).extracting(Statement::line).containsExactly(5, 7);
    }

    @Test
    void showsTheBeginningOfAStatementOnOneLine() {
        String shown = Statements.in("SELECT 1;\nUPDATE station\n   SET name = " + PUT_IN + "; SELECT 2")
                .get(0)
                .excerpt();

        assertThat(shown).isEqualTo("UPDATE station SET name = ...");
    }
}
