package dev.onerow.registry.domain.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.onerow.persistence.DatabaseKind;
import dev.onerow.persistence.Transactions;
import dev.onerow.persistence.testing.OnBothDatabases;
import dev.onerow.persistence.testing.TestDatabase;
import dev.onerow.persistence.testing.WithTables;
import dev.onerow.persistence.views.ViewRefused;
import dev.onerow.persistence.views.Views;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/**
 * What passes the check is handed to the real database, and nothing but one view comes of it: the lexers are held
 * against what they stand for.
 */
@OnBothDatabases
@WithTables("guests")
@Tag("laws")
class SafeSqlOnDatabasesTest {
    /** Each does harm that shows, if a database ever reads it as a statement or a call of its own. */
    private static final List<String> ATTACKS = List.of(
            "; DROP TABLE guests; --",
            "; DELETE FROM guests; --",
            " UNION SELECT 1 INTO stolen --",
            "; CREATE TABLE stolen (a integer); --");

    /** What opens, closes, escapes or hides texts, names and comments on one of the databases or on both. */
    private static final List<String> HIDING_PLACES = List.of(
            "'", "''", "\"", "`", "[", "]", "/*", "*/", "--", "\n", "\r", "$$", "$a$", "E'", "U&'", "U&\"", "\\", "\\'",
            "(", ")", ",", " ", " x ", "1", "\uFEFF", "::text", " AS y", " || ", "{", "?");

    private static final Gen<String> TEXT = lists().of(Generate.pick(
                    Stream.concat(HIDING_PLACES.stream(), Stream.concat(ATTACKS.stream(), ATTACKS.stream()))
                            .toList()))
            .ofSizeBetween(1, 9)
            .map(parts -> String.join("", parts));

    private final TestDatabase database;
    private final Views views;
    private final Transactions transactions;
    private final Lexis lexis;

    SafeSqlOnDatabasesTest(TestDatabase database) {
        this.database = database;
        this.views = database.bean(Views.class);
        this.transactions = database.bean(Transactions.class);
        this.lexis = database.kind() == DatabaseKind.POSTGRESQL ? Lexis.POSTGRESQL : Lexis.SQLITE;
    }

    @Test
    void noTextThatPassesDoesAnythingButMakeOneView() {
        var passed = new AtomicInteger();

        qt().withExamples(5_000).forAll(TEXT).checkAssert(hidden -> {
            var sql = new SqlText("SELECT 1 AS a, " + hidden);
            if (passes(sql)) {
                passed.incrementAndGet();
                make(sql);
                assertThat(tables()).as(sql.value()).containsExactly("guests");
            }
        });

        assertThat(passed).hasValueGreaterThan(100);
        assertThat(guests()).isEqualTo(3);
    }

    @Test
    void everyHonestTextThatItsDatabaseCanReadIsTakenOrRefusedAsAWhole() {
        Corpus.read("honest.txt").stream()
                .map(honest -> new SqlText(honest.sql()))
                .filter(this::passes)
                .forEach(this::make);

        assertThat(tables()).containsExactly("guests");
        assertThat(guests()).isEqualTo(3);
    }

    private boolean passes(SqlText sql) {
        return SqlSafety.check(sql).isEmpty() && SqlSafety.checkFor(sql, lexis).isEmpty();
    }

    /** Most texts are no SQL; then the database refuses them whole. */
    private void make(SqlText sql) {
        try {
            transactions.write(() -> {
                views.lock();
                return views.replace("made", sql.value(), Identifiers::in);
            });
        } catch (ViewRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    /** Those of the guests and of what a second statement would make. */
    private List<String> tables() {
        var query = database.kind() == DatabaseKind.POSTGRESQL
                ? "SELECT relname AS name FROM pg_class WHERE relname IN ('guests', 'stolen') AND relkind = 'r'"
                : "SELECT name FROM sqlite_master WHERE name IN ('guests', 'stolen') AND type = 'table'";
        return database.query(query).stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    private long guests() {
        return database.count(database.kind() == DatabaseKind.POSTGRESQL ? "public.guests" : "guests");
    }
}
